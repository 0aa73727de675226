// `node --import` this, and the thread records what it does, waits for, sends and prints, in real time. Nothing here waits or
// takes a lock.
import { syncBuiltinESMExports } from 'node:module';
import { Strands } from '../observe/strands.ts';
import { observeProgram } from '../observe/program.ts';
import { start } from '../shared/start.ts';
import { watchProcesses, watchWorkers } from './children.ts';
import { LiveStrands } from './strands.ts';
import { watchEvents, watchMessages } from './messages.ts';
import { watchOutput } from './output.ts';
import { Records } from './records.ts';
import { Thread } from './thread.ts';

start('INTERLEAVE_TIMED', (folder) => {
  const records = new Records(folder);
  const live: LiveStrands = new LiveStrands(records, () => strands.running);
  const strands = new Strands(live);
  const thread = new Thread(strands, live, records);
  observeProgram(strands, () => {
    watchOutput(strands, live, records);
    watchMessages(thread);
    watchEvents(thread);
    watchWorkers(thread);
    watchProcesses(thread);
    live.awaits.watch();
    syncBuiltinESMExports();
  });
  process.on('exit', (code) => {
    live.cut();
    if (!records.isProgram) thread.emitOf('settle', live.main, { how: code === 0 ? 'return' : 'throw' });
  });
});
