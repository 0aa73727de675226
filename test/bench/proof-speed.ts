// Schedules per second of one program of 30 lines, in one process that is under way already.
import { join } from 'node:path';
import { compileTypeScript, exploreTypeScript } from '../../src/runtime/schedules/typescript.ts';
import { courseRoot } from '../../src/course/files.ts';
import { explorePython } from '../../src/runtime/virtual/python.ts';
import type { Ratio } from './measure.ts';

const programs = join(import.meta.dirname, '..', 'fixtures', 'bench');

/** Schedules per second. */
const goals = { ts: 3000, py: 1500 } as const;

const rounds = 3;
const seeds = 3000;

export async function scheduleSpeed(): Promise<Ratio[]> {
  return [asRatio('TypeScript', typeScript(), goals.ts), asRatio('asyncio', await python(), goals.py)];
}

function typeScript(): number {
  const program = compileTypeScript(join(programs, 'schedules.ts'));
  return best(
    Array.from({ length: rounds }, () => {
      const start = performance.now();
      exploreTypeScript(program, { cause: 'latency', seed: 1, seeds });
      return performance.now() - start;
    }),
  );
}

/** The start of the process is taken off: it is that of a single schedule. */
async function python(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [one, many] = [await explored(1), await explored(seeds + 1)];
    times.push(many - one);
  }
  return best(times);
}

async function explored(count: number): Promise<number> {
  const start = performance.now();
  await explorePython(courseRoot(), join(programs, 'schedules.py'), { cause: 'latency', seed: 1, seeds: count });
  return performance.now() - start;
}

/** Schedules per second in the round that the machine disturbed least. */
function best(times: readonly number[]): number {
  return (seeds * 1000) / Math.min(...times);
}

function asRatio(name: string, speed: number, goal: number): Ratio {
  return {
    ratio: goal / speed,
    limit: 1,
    words: `${name}: ${Math.round(speed)} schedules a second, the goal is ${goal}`,
  };
}
