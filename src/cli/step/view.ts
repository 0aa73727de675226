// What `course step` shows at one step: the caption, the program with the line of each lane, lanes, queues, output.
import { syncObjectLines } from '../../trace/narrate/locks.ts';
import { inMs, namesOf, panelTitles, queueTitles } from '../../trace/narrate/names.ts';
import type { Names } from '../../trace/narrate/names.ts';
import { waitOf } from '../../trace/narrate/waits.ts';
import { captionsOf } from '../../trace/narrate/captions.ts';
import { queueNames } from '../../trace/events.ts';
import type { TraceEvent } from '../../trace/events.ts';
import { stateAt } from '../../trace/replay/replay.ts';
import { lineOf } from '../../trace/replay/state.ts';
import type { ReplayState } from '../../trace/replay/state.ts';
import type { View } from './walk.ts';
import type { Job } from '../shell/target.ts';
import { styled, width, wrapped } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';

/** Lines of output and lanes that are shown at most; the program gets the rest of the screen. */
const most = { output: 6, strands: 8 };

/** Draws the steps of one trace. */
export function viewer(
  { path, text }: Pick<Job, 'path' | 'text'>,
  events: readonly TraceEvent[],
  terminal: Terminal,
): View {
  const names = namesOf(events);
  const captions = captionsOf(events);
  const code = text.trimEnd().split('\n');
  return (step, place, count, { columns, rows }) => {
    const state = stateAt(events, step);
    const caption = captions[step - 1] ?? 'before the first step';
    const rest = `  ${Math.round(state.clock)} ms  ${path}`;
    const title = `Step ${place} of ${count}`;
    const head = [
      styled(terminal, 'bold', title) + cut(rest, Math.max(0, columns - title.length)),
      ...wrapped(caption, columns),
      '',
    ];
    const panels = [
      ...lanePanel(state, names),
      ...queuePanel(state, names),
      ...syncObjectPanel(state, names),
      ...outputPanel(state, names),
    ];
    const keys = styled(terminal, 'dim', cut('→ . next   ← , back   Home first   End last   q leave', columns));
    const room = Math.max(3, rows - head.length - panels.length - 2);
    const program = codePanel(code, state, names, room).map((line) => cut(line, columns));
    const marked = program.map((line) => (line.startsWith('▶') ? styled(terminal, 'cyan', line) : line));
    return [...head, ...marked, ...panels.map((line) => cut(line, columns)), '', keys].slice(0, rows);
  };
}

/** The program, or the part of it around the line that runs: `▶` where a lane runs, `‖` where one waits. */
function codePanel(code: readonly string[], state: ReplayState, names: Names, room: number): string[] {
  const here = state.strands.filter(({ status }) => status === 'running' || status === 'suspended');
  const top = here.find(({ strand }) => strand === state.stack[state.stack.length - 1]) ?? here[0];
  const middle = top ? lineOf(top) : 1;
  const first = Math.max(0, Math.min(middle - 1 - Math.floor(room / 2), code.length - room));
  return code.slice(first, first + room).map((text, index) => {
    const line = first + index + 1;
    const strands = here.filter((strand) => lineOf(strand) === line);
    const mark = strands.some(({ status }) => status === 'running') ? '▶' : strands.length > 0 ? '‖' : ' ';
    const who = strands.length > 0 ? `   ← ${strands.map(({ strand }) => names.strand(strand)).join(', ')}` : '';
    return `${mark} ${String(line).padStart(String(code.length).length)}  ${text}${who}`;
  });
}

function lanePanel({ strands }: ReplayState, names: Names): string[] {
  const alive = strands.filter(({ status }) => status === 'running' || status === 'suspended');
  const lines = alive.map((strand) => {
    const waiting = strand.on === undefined ? '' : `: ${waitOf(strand.on, names, strand.strand).said}`;
    return `  ${names.strand(strand.strand)} ${strand.status} at line ${lineOf(strand)}${waiting}`;
  });
  const more = lines.length - most.strands;
  return ['', panelTitles.lanes, ...lines.slice(0, most.strands), ...(more > 0 ? [`  and ${more} more`] : [])];
}

function queuePanel({ queues }: ReplayState, names: Names): string[] {
  const lines = queueNames.flatMap((name) => {
    const jobs = queues[name] ?? [];
    const labels = jobs.map(({ job, due }) => names.job(job) + (due === undefined ? '' : ` (due at ${inMs(due)})`));
    return jobs.length === 0 ? [] : [`  ${queueTitles[name]}: ${labels.join(' | ')}`];
  });
  return ['', panelTitles.queues, ...(lines.length === 0 ? ['  empty'] : lines)];
}

/** Only where the program uses such things. */
function syncObjectPanel(state: ReplayState, names: Names): string[] {
  const lines = syncObjectLines(state, names).map(({ name, says }) => `  ${name}: ${says}`);
  return lines.length === 0 ? [] : ['', panelTitles.locks, ...lines];
}

function outputPanel({ output }: ReplayState, names: Names): string[] {
  const lines = output.map(
    ({ text, stream, strand }) => `  ${stream === 'stderr' ? '! ' : ''}${text}   ← ${names.strand(strand)}`,
  );
  const before = lines.length - most.output;
  const rest = before > 0 ? [`  ${before} lines before`] : [];
  return ['', panelTitles.output, ...rest, ...lines.slice(-most.output)];
}

function cut(line: string, columns: number): string {
  return width(line) <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`;
}
