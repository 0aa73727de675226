// `course step`: walks through a run, forward and back; as a list where there is no keyboard. `--why` explains one line.
import { CourseError } from '../../error.ts';
import { causesOf } from '../../trace/narrate/causes.ts';
import { flag, text } from '../shell/command.ts';
import type { Invocation } from '../shell/command.ts';
import { listed, sentences, stepsOf } from './list.ts';
import { openScreen } from './screen.ts';
import { viewer } from './view.ts';
import { walk } from './walk.ts';
import { named, tracedProgram } from './trace-program.ts';
import type { TracedProgram } from './trace-program.ts';

export async function command(invocation: Invocation): Promise<number> {
  const { options, json, terminal, signal } = invocation;
  const traced = await tracedProgram(invocation);
  const { events } = traced.trace;
  const detail = flag(options, 'detail');
  const asked = text(options, 'why');
  if (asked !== undefined) return explain(asked, traced, invocation);
  const screen = json ? undefined : openScreen(signal);
  if (screen) return walk(screen, stepsOf(events, detail), viewer(traced.job, events, terminal));
  if (json) {
    const steps = sentences(events, detail);
    terminal.write(`${JSON.stringify({ target: traced.title, steps }, undefined, 2)}\n`);
  } else {
    for (const line of listed(events, detail)) terminal.write(`${line}\n`);
    terminal.write(`\nnext: npm run course -- step ${named(invocation)} --why 1\n`);
  }
  return 0;
}

function explain(asked: string, { title, trace }: TracedProgram, invocation: Invocation): number {
  const { json, terminal } = invocation;
  const count = trace.events.filter(({ kind }) => kind === 'print').length;
  const causes = /^\d+$/.test(asked) ? causesOf(trace.events, Number(asked)) : undefined;
  if (!causes) {
    const what = `--why ${asked} is no printed line: the program prints ${count === 1 ? '1 line' : `${count} lines`}`;
    const fix = count === 0 ? 'leave --why out' : `give the number of a line, from 1 to ${count}: --why 1`;
    throw new CourseError({ what, fix, kind: 'misuse' });
  }
  if (json) terminal.write(`${JSON.stringify({ target: title, line: Number(asked), causes }, undefined, 2)}\n`);
  else {
    for (const cause of causes) terminal.write(`${cause}\n`);
    terminal.write(`\nnext: npm run course -- step ${named(invocation)}\n`);
  }
  return 0;
}
