// What a step is in words: for the slider's text, the panels and the links. Pure.
import { jobWords } from '../../trace/narrate/jobs.ts';
import { queueTitles } from '../../trace/narrate/names.ts';
import type { QueueName, TraceEvent } from '../../trace/events.ts';
import type { StrandState, ReplayState } from '../../trace/replay/state.ts';
import type { Player } from './player.ts';
import { capital } from './sentences.ts';

/** "Step 4 of 17. Task B suspends at line 9: it sleeps for 0.1 s. Ready queue: task A. Printed so far: start." */
export function spoken(player: Player): string {
  const state = player.state();
  const queues = Object.entries(state.queues).filter(([, jobs]) => jobs.length > 0);
  const waiting = queues.map(
    ([name, jobs]) => `${queueTitles[name as QueueName]}: ${briefly(jobs.map((job) => jobWords(job, player.names)))}`,
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

function briefly(jobs: readonly string[]): string {
  const more = jobs.length - 3;
  return `${jobs.slice(0, 3).join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function latest(lines: readonly string[]): string {
  return lines.length <= 3 ? lines.join('; ') : `${lines.length} lines, the last one ${lines[lines.length - 1]}`;
}

/** The lane that has the processor. */
export function runningStrand({ strands, stack }: ReplayState): StrandState | undefined {
  const top = stack[stack.length - 1];
  return strands.find(({ strand, status }) => strand === top && status === 'running');
}

/** The queues in which anything waits during a trace, in the order in which they are first used. */
export function queuesOf(events: readonly TraceEvent[]): QueueName[] {
  return [...new Set(events.flatMap((event) => (event.kind === 'enqueue' ? [event.queue] : [])))];
}
