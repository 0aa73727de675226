// Check: every twin, run on its real engine, prints what its contract allows.
import { twins } from '../../course/snippets.ts';
import type { Program, Snippet } from '../../course/snippets.ts';
import { attempt, CourseError } from '../../error.ts';
import { engineFor } from '../../runtime/choose-engine.ts';
import type { Check, CheckContext } from '../check.ts';
import { contractOf, verifyRun } from '../../recorded/verdict.ts';
import { asErrors, notReal } from '../../recorded/faults.ts';

export const runs: Check = {
  name: 'runs',
  title: 'every program, run on its real engine, meets its contract',
  run: async (context) => {
    const jobs = context.snippets.flatMap((snippet) => twins(snippet).map((program) => ({ snippet, program })));
    const faults: CourseError[] = [];
    for (const [index, { snippet, program }] of jobs.entries()) {
      if (context.signal?.aborted) break;
      context.progress?.(`${index + 1} of ${jobs.length}: ${program.path}`);
      faults.push(...(await faultsOf(snippet, program, context)));
    }
    return faults;
  },
};

async function faultsOf(snippet: Snippet, program: Program, context: CheckContext): Promise<CourseError[]> {
  const contract = attempt(() => contractOf(snippet, program.language));
  if ('error' in contract) return []; // the check of the contracts says so
  try {
    const { engine, standIn } = await engineFor(context.course.root, program);
    if (standIn !== undefined) return [notReal(program, engine, standIn)];
    const signal = context.signal;
    const result = await engine.run({ file: program.file, ...(signal ? { signal } : {}) });
    return signal?.aborted ? [] : asErrors(verifyRun(contract.value, result), snippet, program);
  } catch (error) {
    if (error instanceof CourseError) return [error];
    throw error;
  }
}
