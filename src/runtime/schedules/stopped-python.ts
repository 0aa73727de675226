// Why a Python program has no runs under schedules, in words: what its engine said, where, and what to do.
import type { ProgramToTrace } from '../trace-on.ts';
import { placeOf } from '../virtual/stopped.ts';
import type { Stopped } from '../virtual/stopped.ts';
import { CourseError } from '../../error.ts';
import { suggestRealRun } from './suggestions.ts';
import { CannotRun } from './scheduled-program.ts';

type Named = Pick<ProgramToTrace, 'file' | 'path'>;

/** `how` is how it could not be run: "on virtual time". */
export function cannotRunPython(program: Named, stopped: Stopped, how: string): CannotRun {
  const { why, what } = stopped;
  const parts = { where: placeOf(program, stopped), fix: wayOn(program, stopped) };
  if (why === 'refused') return new CannotRun('refused', new CourseError({ what, ...parts }));
  return new CannotRun('failed', new CourseError({ what: `it could not be run ${how}: ${what}`, ...parts }));
}

function wayOn(program: Pick<Named, 'path'>, { why }: Stopped): string {
  switch (why) {
    case 'refused':
      return suggestRealRun(program);
    case 'blocked':
      return `look for what should wake it; if that is a thread, a process or the network, ${suggestRealRun(program)}`;
    case 'endless':
      return 'look for a loop that nothing ends';
    case 'died':
      return 'let it come to its end: sys.exit, or the end of the file';
  }
}
