// `node --import` this, and the program's strands are recorded.
import { start } from '../shared/start.ts';
import { Strands } from './strands.ts';
import { observeOutput } from './output.ts';
import { observeProgram } from './program.ts';
import { Records } from './records.ts';

start('INTERLEAVE_RECORDS', (path) => {
  const strands = new Strands();
  const records = new Records(path);
  observeProgram(strands, () => observeOutput(strands, records));
});
