// The lock file is whole: every optional dependency that a package names is locked. npm can write one that lacks the
// packages of other platforms, and then `npm ci` fails there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CourseError } from '../../error.ts';
import { readJson } from '../../json.ts';

const file = 'package-lock.json';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
});

/** One error for each package that package-lock.json names and does not lock. */
export function lockFaults(root: string): CourseError[] {
  const lock = readJson(lockSchema, readFileSync(join(root, file), 'utf8'));
  if (!lock) return [new CourseError({ what: 'no lock file of npm', where: { file }, fix: 'npm install' })];
  const { packages } = lock;
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !homes(place).some((home) => packages[`${home}node_modules/${name}`]))
      .map(([name, range]) => notLocked(place, name, range)),
  );
}

/** The folders in which Node looks for what the package at `place` imports: `a/node_modules/b` → itself, `a/`, the root. */
function homes(place: string): string[] {
  const folders = place === '' ? [] : place.split('/node_modules/');
  return ['', ...folders.map((_, depth) => `${folders.slice(0, depth + 1).join('/node_modules/')}/`)];
}

function notLocked(place: string, name: string, range: string): CourseError {
  const owner = place === '' ? 'package.json' : place.slice(place.lastIndexOf('node_modules/') + 13);
  return new CourseError({
    what: `${owner} names ${name}@${range}, which is not locked: npm ci fails on the platform that needs it`,
    where: { file },
    fix: 'choose a version of the dependency whose packages are all published, and install again',
  });
}
