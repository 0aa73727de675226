// Main ends while its child waits for a message.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

async function work() {
  await once(process, 'message');
  console.log('child: ends');
}

if (process.argv[2] === 'child') {
  await work();
} else {
  const child = fork(import.meta.filename, ['child']);
  console.log('main: has nothing left to do');
  child.send('go');
}
