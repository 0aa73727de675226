// `run --schedule TOKEN`: the twin that the token is of, on its engine, under that schedule.
import { parseToken } from '../../explore/token.ts';
import type { Choice } from '../../runtime/choose-engine.ts';
import { schedulerOf } from '../../runtime/engines.ts';
import { replayingEngine } from '../../runtime/schedules/replayed.ts';
import { replayOf } from '../../runtime/schedules/token-of.ts';
import { withOwnNeeds } from '../shell/own-needs.ts';
import type { Job } from '../shell/target.ts';

/** Throws `misuse` for a text that is no token, and for one of another program, engine or version. */
export async function replaying(
  root: string,
  jobs: readonly Job[],
  token: string,
): Promise<{ readonly job: Job; readonly choice: Choice }> {
  const job = jobOf(jobs, token);
  const replay = replayOf(job, token);
  const scheduler = schedulerOf(job);
  if (!scheduler) throw new TypeError('a token was taken for a program without an engine for schedules');
  return { job, choice: { engine: await replayingEngine(root, job, scheduler, replay) } };
}

/** The twin whose engine the token names, else the first one, which says what is wrong. */
export function jobOf(jobs: readonly Job[], token: string): Job {
  const { engine } = parseToken(token);
  const own = jobs.map(withOwnNeeds);
  const job = own.find((one) => schedulerOf(one)?.name === engine) ?? own[0];
  if (!job) throw new TypeError('there is no program');
  return job;
}
