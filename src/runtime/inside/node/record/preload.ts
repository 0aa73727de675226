// `node --import` this, and the thread records what it does, waits for, sends and prints, in real time. If anything fails here,
// the program runs as without it. Nothing here waits or takes a lock.
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { Lanes } from '../observe/lanes.ts';
import { observeProgram } from '../observe/program.ts';
import { watchProcesses, watchWorkers } from './children.ts';
import { TimedLanes } from './lanes.ts';
import { watchEvents, watchMessages } from './messages.ts';
import { watchOutput } from './output.ts';
import { Records } from './records.ts';
import { Thread } from './thread.ts';

function record(folder: string): void {
  const records = new Records(folder);
  const timed: TimedLanes = new TimedLanes(records, () => lanes.running);
  const lanes = new Lanes(timed);
  const thread = new Thread(lanes, timed, records);
  const watch = () => {
    watchOutput(lanes, timed, records);
    watchMessages(thread);
    watchEvents(thread);
    watchWorkers(thread);
    watchProcesses(thread);
    timed.awaits.watch();
    syncBuiltinESMExports();
  };
  if (!isMainThread) watch();
  observeProgram(lanes, () => {
    if (isMainThread) watch();
  });
  process.on('exit', (code) => {
    timed.cut();
    if (!records.isProgram) thread.tellOf('settle', timed.main, { how: code === 0 ? 'return' : 'throw' });
  });
}

try {
  const folder = process.env['INTERLEAVE_TIMED'];
  if (folder) record(folder);
} catch {
  // the program runs without a recorder
}
