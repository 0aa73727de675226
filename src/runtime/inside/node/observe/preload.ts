// `node --import` this, and the program's strands are recorded. If anything fails here, the program runs as without it.
import { isMainThread } from 'node:worker_threads';
import { Strands } from './strands.ts';
import { observeOutput } from './output.ts';
import { observeProgram } from './program.ts';
import { Records } from './records.ts';

function observe(path: string): void {
  const strands = new Strands();
  const records = new Records(path);
  if (!isMainThread) observeOutput(strands, records);
  observeProgram(strands, () => {
    if (isMainThread) observeOutput(strands, records);
  });
}

try {
  const path = process.env['INTERLEAVE_RECORDS'];
  if (path) observe(path);
} catch {
  // the program runs without an observer
}
