// Schedules per second of one program of 30 lines, in one engine that is under way already.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseRoot } from '../../src/course/files.ts';
import type { Schedule } from '../../src/explore/schedule.ts';
import type { StartScheduled } from '../../src/runtime/schedules/scheduled-program.ts';
import { startCpython } from '../../src/runtime/schedules/start-cpython.ts';
import { startTraced } from '../../src/runtime/schedules/start-traced.ts';
import type { Ratio } from './measure.ts';

const programs = join(import.meta.dirname, '..', 'fixtures', 'bench');

/** Schedules per second. */
const goals = { ts: 3000, py: 1000 } as const;

const rounds = 3;
const count = 2000;

export async function scheduleSpeed(): Promise<Ratio[]> {
  return [
    asRatio('TypeScript', await speedOf('ts', startTraced), goals.ts),
    asRatio('asyncio', await speedOf('py', startCpython), goals.py),
  ];
}

/** In the round that the machine disturbed least, after one that has warmed the engine. */
async function speedOf(language: 'ts' | 'py', start: StartScheduled): Promise<number> {
  const file = join(programs, `schedules.${language}`);
  const source = { language, file, path: file, needs: [], text: readFileSync(file, 'utf8') };
  const program = await start(courseRoot(), source, { model: 'latency' });
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now();
    await program.run(schedules(round * count + 1));
    times.push(performance.now() - begun);
  }
  await program.stop();
  return (count * 1000) / Math.min(...times.slice(1));
}

function schedules(seed: number): Schedule[] {
  return Array.from({ length: count }, (_, index) => ({
    deviations: [],
    then: { policy: 'random', seed: seed + index },
  }));
}

function asRatio(name: string, speed: number, goal: number): Ratio {
  return {
    ratio: goal / speed,
    limit: 1,
    words: `${name}: ${Math.round(speed)} schedules a second, the goal is ${goal}`,
  };
}
