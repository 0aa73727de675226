// What the proof costs, against running every program once by hand, one after another, on the real clock.
import { prove } from '../../src/check/proof.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { twins } from '../../src/course/snippets.ts';
import { engineFor } from '../../src/runtime/engines.ts';
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
  let schedules = 0;
  const virtual = await timed(async () => {
    const causes = (await prove(root, snippets)).flatMap((twin) => twin.causes);
    schedules = causes.reduce((sum, cause) => sum + cause.schedules, 0);
  });
  const once = `${programs.length} programs once on the real clock in ${ms(real)}`;
  const words = `${schedules} schedules on virtual time in ${ms(virtual)}, ${once}`;
  return [
    { ratio: virtual / real, limit: 0.5, words },
    { ratio: (real + virtual) / real, limit: 1.5, words: `both together in ${ms(real + virtual)}, ${once}` },
  ];
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
