// Is an order promised, or only usual? In words, for the page, from what is stored of its proof.
import type { TwinExplored } from './schedules.ts';

export interface Promised {
  /** `promised`: whatever the engine may choose; `usual`: while nothing lasts as long as the contract assumes; `sampled`: not all was tried. */
  readonly word: 'promised' | 'usual' | 'sampled';
  /** A sentence, with its full stop. */
  readonly text: string;
}

export function promiseOf(twin: TwinExplored): Promised {
  const { schedules, realRuns, assumptions, isComplete } = twin;
  if (schedules === 0) return { word: 'sampled', text: `Held in ${realRuns} real runs under seeded pauses.` };
  const tried = `${isComplete ? 'Tried' : 'Sampled'} over ${counted(schedules)}${isComplete ? extentOf(twin) : ''}.`;
  if (assumptions.length > 0) return { word: 'usual', text: tried };
  return { word: isComplete ? 'promised' : 'sampled', text: tried };
}

function counted(schedules: number): string {
  return schedules === 1 ? 'the only schedule' : `${schedules.toLocaleString('en')} schedules`;
}

/** Where a bound kept something out it is part of the claim. */
function extentOf(twin: TwinExplored): string {
  const named = boundsOf(twin).map((bound) => `at most ${bound}`);
  return named.length === 0 ? ', which are all' : `, all with ${named.join(' and ')}`;
}

const nouns: Readonly<Record<string, string>> = { cpu: 'stall', threads: 'preemption', latency: 'late wait' };

/** The bounds that kept something out: "2 stalls", "1 preemption". */
export function boundsOf({ causes }: TwinExplored): string[] {
  const bounds = causes.flatMap(({ coverage }) => (coverage.kind === 'complete' ? Object.entries(coverage.bound) : []));
  return bounds.map(([cause, most]) => `${most} ${nouns[cause] ?? cause}${most === 1 ? '' : 's'}`);
}
