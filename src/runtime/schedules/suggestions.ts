// What to say of a program that cannot be run under schedules.
import { CourseError } from '../../error.ts';
import { quoted } from '../../quoted.ts';

interface Named {
  readonly path: string;
}

/** An error of the program's own. */
export function cannotRun({ path }: Named, why: string, fix: string): CourseError {
  return new CourseError({ what: `it could not be run on virtual time: ${why}`, where: { file: path }, fix });
}

export function suggestRealRun({ path }: Named): string {
  return `explore it on the real engine: npm run course -- explore ${quoted(path)} --real`;
}
