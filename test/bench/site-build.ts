// The build of a generated course of 300 lessons, against a bare Starlight with the same pages.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { courseRoot } from '../../src/course/files.ts';
import { writeBareSite } from './bare-site.ts';
import { writeCourse } from './generated-course.ts';
import type { Ratio } from './measure.ts';
import { medians, ms } from './measure.ts';

const lessons = 300;

export function siteBuild(): Ratio {
  const root = courseRoot();
  const folder = join(root, '.cache', 'bench');
  rmSync(folder, { recursive: true, force: true });
  const pages = writeCourse(join(folder, 'course'), lessons);
  writeBareSite(join(folder, 'bare'), pages);
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const build = (cwd: string, env: Record<string, string>) => ({
    command: process.execPath,
    args: [astro, 'build'],
    cwd,
    env,
  });
  const [ours = 0, bare = 0] = medians(
    [
      build(root, {
        COURSE_ROOT: join(folder, 'course'),
        SITE_OUT: join(folder, 'course-dist'),
        SITE_CACHE: join(folder, 'cache'),
      }),
      build(join(folder, 'bare'), {}),
    ],
    2,
  );
  return {
    ratio: ours / bare,
    limit: 1.5,
    words: `${lessons} lessons in ${ms(ours)}, a bare Starlight of the same pages in ${ms(bare)}`,
  };
}
