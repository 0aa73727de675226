// What a step is in words: for the slider's text, the panels and the links. Pure.
import { inMs, queueTitles, waits } from '../../trace/narrate/names.ts';
import type { Names } from '../../trace/narrate/names.ts';
import type { QueueName, TraceEvent } from '../../trace/events.ts';
import { lineOf } from '../../trace/replay/state.ts';
import type { JobState, StrandState, ReplayState } from '../../trace/replay/state.ts';
import type { Player } from './player.ts';

/** "Step 4 of 17. Task B suspends at line 9: it sleeps for 0.1 s. Ready queue: task A. Printed so far: start." */
export function spoken(player: Player): string {
  const state = player.state();
  const queues = Object.entries(state.queues).filter(([, jobs]) => jobs.length > 0);
  const waiting = queues.map(
    ([name, jobs]) => `${queueTitles[name as QueueName]}: ${briefly(jobs.map((job) => jobLabel(job, player.names)))}`,
  );
  const printed = state.output.map(({ text }) => text);
  const parts = [
    `Step ${player.place} of ${player.last}`,
    player.caption(),
    ...waiting,
    ...(printed.length > 0 ? [`printed so far: ${latest(printed)}`] : []),
  ];
  return `${parts.map(capital).join('. ')}.`;
}

/** "task B", "timer of line 4, due at 100 ms" */
export function jobLabel({ job, due }: JobState, names: Names): string {
  return due === undefined ? names.job(job) : `${names.job(job)}, due at ${inMs(due)}`;
}

function briefly(labels: readonly string[]): string {
  const more = labels.length - 3;
  return `${labels.slice(0, 3).join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function latest(lines: readonly string[]): string {
  return lines.length <= 3 ? lines.join('; ') : `${lines.length} lines, the last one ${lines[lines.length - 1]}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The lane that has the processor. */
export function runningStrand({ strands, stack }: ReplayState): StrandState | undefined {
  const top = stack[stack.length - 1];
  return strands.find(({ strand, status }) => strand === top && status === 'running');
}

/** The lane that a running lane has called, and goes on after; undefined where it runs itself, beside others too. */
export function calledBy({ strands, stack }: ReplayState, strand: number): number | undefined {
  const above = stack.includes(strand) ? stack[stack.indexOf(strand) + 1] : undefined;
  const called = strands.find((one) => one.strand === above);
  const ownStack = called?.kind === 'thread' || called?.kind === 'worker' || called?.kind === 'process';
  return ownStack ? undefined : above;
}

/** "runs at line 4", "has called task B, at line 4", "sleeps for 0.1 s, at line 9" */
export function laneWords(strand: StrandState, state: ReplayState, names: Names): string {
  const line = lineOf(strand);
  const where = line === 0 ? '' : `at line ${line}`;
  const called = calledBy(state, strand.strand);
  if (strand.status === 'running' && called === undefined) return ['runs', where].filter(Boolean).join(' ');
  if (called !== undefined) return [`has called ${names.strand(called)}`, where].filter(Boolean).join(', ');
  const on = strand.on === undefined ? 'is suspended' : waitWords(waits(strand.on, names, strand.strand));
  return [on, where].filter(Boolean).join(', ');
}

/** "sleeps for 0.1 s" for "it sleeps for 0.1 s", "waits while the hub runs" for "the hub runs" */
export function waitWords(said: string): string {
  return said.startsWith('it ') ? said.slice(3) : `waits while ${said}`;
}

/** The queues in which anything waits during a trace, in the order in which they are first used. */
export function queuesOf(events: readonly TraceEvent[]): QueueName[] {
  return [...new Set(events.flatMap((event) => (event.kind === 'enqueue' ? [event.queue] : [])))];
}
