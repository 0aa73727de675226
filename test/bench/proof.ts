// What the proof costs, against running every program once by hand, one after another, on the real clock.
import { prove } from '../../src/check/proof/proof.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { twins } from '../../src/course/snippets.ts';
import type { Program, Snippet } from '../../src/course/snippets.ts';
import type { Engine } from '../../src/runtime/engine.ts';
import { engineFor } from '../../src/runtime/choose-engine.ts';
import type { Ratio } from './measure.ts';
import { ms } from './measure.ts';

export async function proof(): Promise<Ratio[]> {
  const root = courseRoot();
  const snippets = [...openCourse(root).snippets.values()];
  const programs = snippets.flatMap(twins);
  const engines = await Promise.all(programs.map((program) => engineFor(root, program)));
  const real = await timed(async () => {
    for (const [index, { file }] of programs.entries()) await engines[index]?.engine.run({ file });
  });
  const first = await timed(() => inPairs(programs, (index) => engines[index]?.engine));
  const virtualClockFix: Causes = await measured(root, snippets.filter(isVirtual));
  const all: Causes = await measured(root, snippets);
  const once = `${programs.length} programs once on the real clock, one after another, in ${ms(real)}`;
  const whole = first + all.time;
  return [
    {
      ratio: virtualClockFix.time / real,
      limit: 0.5,
      words: `${virtualClockFix.schedules} schedules on virtual time in ${ms(virtualClockFix.time)}, ${once}`,
    },
    {
      ratio: whole / real,
      limit: 1.5,
      words: `the whole proof (once on the real clock as npm test does it in ${ms(first)}, schedules and perturbed runs in ${ms(all.time)}) in ${ms(whole)}, ${once}`,
    },
  ];
}

interface Causes {
  readonly time: number;
  readonly schedules: number;
}

async function measured(root: string, snippets: readonly Snippet[]): Promise<Causes> {
  let schedules = 0;
  const time = await timed(async () => {
    const causes = (await prove(root, snippets)).flatMap((twin) => twin.causes);
    schedules = causes.reduce((sum, cause) => sum + cause.runs, 0);
  });
  return { time, schedules };
}

/** Strength one as the tests run it: two programs at a time. */
async function inPairs(programs: readonly Program[], engineOf: (index: number) => Engine | undefined): Promise<void> {
  const waiting = programs.entries();
  const runner = async (): Promise<void> => {
    for (const [index, { file }] of waiting) await engineOf(index)?.run({ file });
  };
  await Promise.all([runner(), runner()]);
}

/** Snippets that virtual clocks can run in both languages. */
function isVirtual({ programs }: Snippet): boolean {
  const hidden = ['node:fs', 'node:worker_threads'];
  return Object.values(programs).every(
    ({ needs, text }) => needs.every((need) => need === 'gevent') && !hidden.some((name) => text.includes(`'${name}'`)),
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
