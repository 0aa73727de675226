// A file is read by a call that blocks and by one that does not.
import { readFile, readFileSync } from 'node:fs';

const file = import.meta.filename;
console.log('main: asks');
readFileSync(file);
console.log('main: has the answer');

console.log('main: asks again');
readFile(file, () => console.log('callback: has the answer'));
console.log('main: goes on');
