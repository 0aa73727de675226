// Main opens a shop, and a child serves in it.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

const role = process.argv[2] === 'child' ? 'child' : 'main';
const say = (what: string) => console.log(`${role}: ${what}`);

say('opens the shop'); // move this line
if (role === 'child') {
  say('serves');
} else {
  const child = fork(import.meta.filename, ['child']);
  await once(child, 'exit');
  say('closes the shop');
}
