// `course trace`: what happened in a run, step by step, as data or as numbered sentences.
import { stops } from '../../trace/replay/replay.ts';
import { flag } from '../shell/command.ts';
import type { Invocation } from '../shell/command.ts';
import { listed } from './list.ts';
import { named, tracedProgram } from './trace-program.ts';

export async function command(invocation: Invocation): Promise<number> {
  const { options, json, terminal } = invocation;
  const { trace } = await tracedProgram(invocation);
  const { events } = trace;
  const detail = flag(options, 'detail');
  if (json) {
    const shown = detail ? events : stops(events).flatMap((step) => events[step - 1] ?? []);
    terminal.write(`${JSON.stringify({ ...trace, events: shown }, undefined, 2)}\n`);
    return 0;
  }
  for (const line of listed(events, detail)) terminal.write(`${line}\n`);
  terminal.write(`\nnext: npm run course -- step ${named(invocation)}\n`);
  return 0;
}
