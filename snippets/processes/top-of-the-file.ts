// The top of the file and main each say where they run.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

const isChild = process.argv[2] === 'child';
console.log(`top of the file: in ${isChild ? 'the child' : 'main'}`);

function work() {
  console.log('child: works');
}

if (isChild) {
  work();
} else {
  const child = fork(import.meta.filename, ['child']);
  await once(child, 'exit');
  console.log('main: goes on');
}
