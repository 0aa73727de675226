// A child sends two names and ends; main notices the end.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

function work() {
  process.send!('ann');
  process.send!('bob');
}

if (process.argv[2] === 'child') {
  work();
} else {
  const child = fork(import.meta.filename, ['child']);
  child.on('message', (name) => console.log(`main: got ${name}`));
  await once(child, 'disconnect');
  console.log('main: nothing more will come');
}
