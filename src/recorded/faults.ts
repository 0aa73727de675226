// Turns faults of a run into errors with a place and a fix.
import type { Program, Snippet } from '../course/snippets.ts';
import { CourseError } from '../error.ts';
import type { Place } from '../error.ts';
import type { Fault } from '../order/index.ts';
import type { Engine } from '../runtime/engine.ts';

/** One error for each fault, at the line of the contract that is broken, or at the program where there is none. */
export function asErrors(faults: readonly Fault[], snippet: Snippet, program: Program): CourseError[] {
  return faults.map(({ message, contractLine }) => {
    const fix = `see both side by side: npm run course -- run ${snippet.id} --${program.language}`;
    return new CourseError({ what: message, where: place(snippet, program, contractLine), fix });
  });
}

function place(snippet: Snippet, program: Program, line: number | undefined): Place {
  return line === undefined ? { file: program.path } : { file: snippet.contracts[program.language].path, line };
}

/** A run on a stand-in engine proves nothing about the real one. `reason` is why the real one was not used. */
export function notReal(program: Program, engine: Pick<Engine, 'name' | 'version'>, reason: string): CourseError {
  return new CourseError({
    what: `only ${engine.name} ${engine.version} could run this program, which is not its real engine: ${reason}`,
    where: { file: program.path },
    fix: 'npm run course -- doctor',
    kind: 'missing',
  });
}
