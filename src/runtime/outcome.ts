// What the runs of a program gave: one outcome for each distinct output.
import type { Path } from '../explore/clock/path.ts';
import type { Difference } from '../explore/shrink/difference.ts';

/** The schedule that is nearest to the usual run, of all that gave the output. */
interface ScheduleOrigin {
  readonly kind: 'schedule';
  /** Replays it. */
  readonly token: string;
  /** Where it leaves the usual way, and by what. */
  readonly differences: readonly Difference[];
  /** Under causes that have a length: what each run that gave the output decided about times, the nearest first. */
  readonly paths: readonly Path[];
}

/** A real run under pauses drawn from a seed, which steers it and does not replay it: the first that gave the output. */
interface RealOrigin {
  readonly kind: 'real';
  readonly seed: number;
}

/** One of the outputs that the runs of a program gave. */
export interface Outcome {
  /** Lines without their line ends. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** 13 where nothing could wake the program any more, 124 where a limit ended it. */
  readonly exit: number;
  /** ms, virtual ones under a schedule, of the first run that gave it. */
  readonly elapsed: number;
  /** In how many of the runs. */
  readonly count: number;
  readonly origin: ScheduleOrigin | RealOrigin;
  /** A sentence for each strand that waits for ever, where it ended with exit 13. */
  readonly waiting?: readonly string[];
}

/** How far a run is from the usual one, to compare it with others of its cause; of real runs the one with the lowest seed is first. */
export function distanceOf({ origin }: Outcome): number {
  return origin.kind === 'schedule' ? origin.differences.length : origin.seed;
}

/** What names the run. */
export function originOf({ origin }: Outcome): { readonly token: string } | { readonly seed: number } {
  return origin.kind === 'schedule' ? { token: origin.token } : { seed: origin.seed };
}

/** The command that runs it again after the words of a program, without what starts every command; a seed only steers a real run. */
export function replayCommand(
  words: string,
  { token, seed }: { readonly token?: string; readonly seed?: number },
): string {
  if (seed !== undefined) return `explore ${words} --real --seed ${seed} --runs 1`;
  return `run ${words}${token === undefined ? '' : ` --schedule ${token}`}`;
}

/** How a message names where an output came from. */
export function nameOf(origin: Outcome['origin']): string {
  return origin.kind === 'schedule' ? `schedule ${origin.token}` : `the pauses of seed ${origin.seed}`;
}
