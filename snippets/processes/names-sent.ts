// Main sends a list to a child, which appends to it and sends it back.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

async function work() {
  const [names] = await once(process, 'message');
  names.push('cid');
  console.log(`child: has ${names.length} names`);
  process.send!(names);
}

if (process.argv[2] === 'child') {
  await work();
} else {
  const child = fork(import.meta.filename, ['child']);
  const names = ['ann', 'bob'];
  child.send(names);
  const [answer] = await once(child, 'message');
  console.log(`main: got ${answer.length} names`);
  console.log(`main: has ${names.length} names`);
}
