// `node --import` this, and the program's lanes are recorded. If anything fails here, the program runs as without it.
import { isMainThread } from 'node:worker_threads';
import { Lanes } from './lanes.ts';
import { observeOutput } from './output.ts';
import { observeProgram } from './program.ts';
import { Records } from './records.ts';

function observe(path: string): void {
  const lanes = new Lanes();
  const records = new Records(path);
  if (!isMainThread) observeOutput(lanes, records);
  observeProgram(lanes, () => {
    if (isMainThread) observeOutput(lanes, records);
  });
}

try {
  const path = process.env['INTERLEAVE_RECORDS'];
  if (path) observe(path);
} catch {
  // the program runs without an observer
}
