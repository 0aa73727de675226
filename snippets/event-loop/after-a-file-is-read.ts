// A callback of the poll phase asks for a timer and an immediate.
import { readFile } from 'node:fs';

function arrived() {
  console.log('data: has arrived');
  setTimeout(() => console.log('timer, 0 ms'), 0);
  setImmediate(() => console.log('as soon as possible'));
}

readFile(import.meta.filename, arrived);
