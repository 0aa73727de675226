// Main starts a child process that gets the count of main.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

let count = 0;

function work() {
  count = Number(process.argv[3]) + 1;
  console.log(`child: count is ${count}`);
  process.exit(3);
}

if (process.argv[2] === 'child') {
  work();
} else {
  count = 10;
  console.log(`main: count is ${count}`);
  const child = fork(import.meta.filename, ['child', '10']);
  const [code] = await once(child, 'exit');
  console.log(`main: count is ${count}`);
  console.log(`main: exit code ${code}`);
}
