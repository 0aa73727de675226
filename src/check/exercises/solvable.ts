// Check: a starter is red for the reason that its exercise gives, the solution holds in every order, and each wrong solution is
// refused with its sentence.
import type { Attempt, Exercise } from '../../course/exercises.ts';
import type { Program } from '../../course/snippets.ts';
import { attempt, CourseError } from '../../error.ts';
import { languageNames, languages } from '../../languages.ts';
import { parseContract } from '../../order/index.ts';
import type { Check, CheckContext } from '../check.ts';
import { judgeProgram } from './verdict.ts';
import type { ExerciseVerdict } from './verdict.ts';

export const solvable: Check = {
  name: 'solvable',
  title: 'every starter is red for its reason, every solution holds, every wrong solution is refused',
  run: async (context) => {
    const faults: CourseError[] = [];
    for (const exercise of context.exercises.filter(isReadable)) faults.push(...(await faultsOf(exercise, context)));
    return context.signal?.aborted ? [] : faults;
  },
};

/** Whether all its contracts can be read; where not, another check says so. */
function isReadable(exercise: Exercise): boolean {
  return [exercise, ...exercise.attempts].every(({ contracts }) =>
    languages.every((language) => {
      const { text, path } = contracts[language];
      return !('error' in attempt(() => parseContract(text, { file: path, language })));
    }),
  );
}

async function faultsOf(exercise: Exercise, { course, signal, progress }: CheckContext): Promise<CourseError[]> {
  const judge = async (program: Program): Promise<ExerciseVerdict | undefined> => {
    if (signal?.aborted) return undefined;
    progress?.(program.path);
    return judgeProgram({ root: course.root, exercise, program, signal });
  };
  const faults: CourseError[] = [];
  for (const language of languages) {
    // the solution that is a snippet is proven with the snippets
    if (exercise.data.solution === undefined) {
      const solution = exercise.solutions[language];
      faults.push(...faultOfSolution(solution, exercise, await judge(solution)));
    }
    for (const one of exercise.attempts) {
      const program = one.programs[language];
      if (program) faults.push(...faultOfAttempt(program, one, exercise, await judge(program)));
    }
  }
  return faults;
}

function faultOfSolution(
  { path, language }: Program,
  { contracts }: Exercise,
  verdict: ExerciseVerdict | undefined,
): CourseError[] {
  if (verdict?.kind === 'unknown') return [verdict.error];
  if (verdict?.kind === 'passes') return verdict.judged.flatMap(({ errors }) => errors);
  if (!verdict) return [];
  const fix = `correct it, or ${contracts[language].path}`;
  return [new CourseError({ what: `the solution is refused: ${verdict.message}`, where: { file: path }, fix })];
}

function faultOfAttempt(
  { path, language }: Program,
  { name, contracts }: Attempt,
  { path: yaml, contracts: task }: Exercise,
  verdict: ExerciseVerdict | undefined,
): CourseError[] {
  const noun = name === 'start' ? 'starter' : 'wrong solution';
  const where = { file: path };
  if (verdict?.kind === 'unknown') return [verdict.error];
  if (verdict?.kind === 'passes') {
    const what = `the ${noun} meets the task in all that was tried (${verdict.tried.join('; ') || 'the usual run'})`;
    return [
      new CourseError({ what, where, fix: `let it be wrong, or let ${task[language].path} forbid what it prints` }),
    ];
  }
  if (!verdict || verdict.mistake?.name === name) return [];
  if (verdict.mistake) {
    const what = `${languageNames[language]}: what this ${noun} prints is told as "${verdict.mistake.name}"`;
    const fix = `let ${contracts[language].path} and that of "${verdict.mistake.name}" not take the same output, or move its line up in ${yaml}`;
    return [new CourseError({ what, where, fix })];
  }
  const said = verdict.printed?.stdout.join('\n') ?? '';
  const what = `the ${noun} is refused, but not with its sentence: ${contracts[language].path} does not take what it prints`;
  return [new CourseError({ what, where, fix: `write what it prints into ${contracts[language].path}:\n${said}` })];
}
