// Finds the exercises: `snippets/<chapter>/exercises/<name>/` holds what is asked (exercise.yaml), where one starts (start.ts,
// start.py), what must be printed (task.order), a solution, and wrong solutions, each with a contract of what it prints.
import { dirname, basename } from 'node:path';
import { CourseError } from '../error.ts';
import { languageNames, languages } from '../languages.ts';
import type { Language } from '../languages.ts';
import { findFiles, readText, requireId, shown } from './files.ts';
import { exerciseSchema } from './schema.ts';
import type { ExerciseData } from './schema.ts';
import { readContract, readProgram } from './snippets.ts';
import type { ContractFile, Program, Snippet } from './snippets.ts';
import { parseYaml } from './yaml.ts';

/** A program that does not solve the exercise: the starter, or a wrong solution. */
export interface Attempt {
  /** `start`, or the name of a mistake. */
  readonly name: string;
  /** What is wrong with whoever prints what this prints. */
  readonly says: string;
  /** In one language at least. */
  readonly programs: Readonly<Partial<Record<Language, Program>>>;
  /** What it prints, of all that the task forbids. */
  readonly contracts: Readonly<Record<Language, ContractFile>>;
}

export interface Exercise {
  /** `chapter/name` */
  readonly id: string;
  readonly chapter: string;
  readonly name: string;
  /** Path of exercise.yaml from the course's root. */
  readonly path: string;
  readonly data: ExerciseData;
  /** What a solution must print. */
  readonly contracts: Readonly<Record<Language, ContractFile>>;
  readonly starts: Readonly<Record<Language, Program>>;
  readonly solutions: Readonly<Record<Language, Program>>;
  /** The starter first, then the wrong solutions in the order of exercise.yaml. */
  readonly attempts: readonly Attempt[];
}

type Files = ReadonlyMap<string, string>;

/** Reads every exercise below `snippets/`, by its id. Problems are collected; an exercise that has one is left out. */
export function readExercises(
  root: string,
  snippets: ReadonlyMap<string, Snippet>,
  problems: CourseError[],
): Map<string, Exercise> {
  const folders = new Map<string, Map<string, string>>();
  for (const [path, file] of findFiles(root, 'snippets', '*/exercises/*/*.{yaml,ts,py,order}')) {
    const folder = folders.get(dirname(path)) ?? new Map<string, string>();
    folders.set(dirname(path), folder.set(basename(path), file));
  }
  const exercises = new Map<string, Exercise>();
  for (const [folder, files] of folders) {
    const id = folder.replace('/exercises/', '/');
    try {
      exercises.set(id, readExercise({ root, id, folder: `snippets/${folder}`, files }, snippets));
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      problems.push(error);
    }
  }
  return exercises;
}

interface Folder {
  readonly root: string;
  readonly id: string;
  /** From the course's root. */
  readonly folder: string;
  readonly files: Files;
}

function readExercise(from: Folder, snippets: ReadonlyMap<string, Snippet>): Exercise {
  const { root, id, folder } = from;
  requireId(id, folder);
  const yaml = requireFile(from, 'exercise.yaml', 'write what is asked, with hints and the names of wrong solutions');
  const path = shown(root, yaml);
  const data = parseYaml({ text: readText(yaml), file: path }, exerciseSchema);
  refuseStrangers(from, data);
  return {
    id,
    chapter: dirname(id),
    name: basename(id),
    path,
    data,
    ...solutionOf(from, data, path, snippets),
    starts: bothPrograms(from, 'start'),
    attempts: [
      attemptOf(from, 'start', 'start', data.start),
      ...Object.entries(data.mistakes).map(([name, says]) => attemptOf(from, name, `wrong-${name}`, says)),
    ],
  };
}

function solutionOf(
  from: Folder,
  { solution }: ExerciseData,
  path: string,
  snippets: ReadonlyMap<string, Snippet>,
): Pick<Exercise, 'contracts' | 'solutions'> {
  if (solution === undefined) {
    return { contracts: contractsOf(from, 'task'), solutions: bothPrograms(from, 'solution') };
  }
  const snippet = snippets.get(solution);
  if (!snippet) {
    throw new CourseError({
      what: `the solution "${solution}" is no snippet`,
      where: { file: path },
      fix: 'name a snippet, or delete the line and write solution.ts, solution.py and task.order',
    });
  }
  return { contracts: snippet.contracts, solutions: snippet.programs };
}

function bothPrograms(from: Folder, name: string): Record<Language, Program> {
  const read = (language: Language): Program => {
    const fix = `write it for ${languageNames[language]}: an exercise can be done in both languages`;
    return readProgram(from.root, language, requireFile(from, `${name}.${language}`, fix));
  };
  return { ts: read('ts'), py: read('py') };
}

function contractsOf(from: Folder, name: string): Record<Language, ContractFile> {
  const shared = readContract(from.root, requireFile(from, `${name}.order`, 'write what it prints, line by line'));
  const own = from.files.get(`${name}.py.order`);
  return { ts: shared, py: own === undefined ? shared : readContract(from.root, own) };
}

function attemptOf(from: Folder, name: string, file: string, says: string): Attempt {
  const found = languages.flatMap((language) => {
    const path = from.files.get(`${file}.${language}`);
    return path === undefined ? [] : [[language, readProgram(from.root, language, path)] as const];
  });
  if (found.length === 0) requireFile(from, `${file}.ts`, `write it in one language at least, or delete "${name}"`);
  return { name, says, programs: Object.fromEntries(found), contracts: contractsOf(from, file) };
}

function requireFile({ root, id, folder, files }: Folder, name: string, fix: string): string {
  const file = files.get(name);
  if (file !== undefined) return file;
  const beside = [...files.values()][0];
  throw new CourseError({
    what: `the exercise "${id}" has no ${name}`,
    where: { file: beside === undefined ? folder : shown(root, beside) },
    fix: `${folder}/${name}: ${fix}`,
  });
}

/** A wrong solution without a sentence, or a file that belongs to nothing. */
function refuseStrangers({ root, files }: Folder, { mistakes, solution }: ExerciseData): void {
  const own = solution === undefined ? ['start', 'solution', 'task'] : ['start'];
  const known = new Set([...own, ...Object.keys(mistakes).map((name) => `wrong-${name}`)]);
  for (const [name, file] of files) {
    const base = name.replace(/\.(py\.order|order|ts|py|yaml)$/, '');
    if (name === 'exercise.yaml' || known.has(base)) continue;
    const mistake = /^wrong-(.+)$/.exec(base)?.[1];
    throw new CourseError({
      what: mistake ? `exercise.yaml does not say what is wrong with ${name}` : `${name} is no file of an exercise`,
      where: { file: shown(root, file) },
      fix: mistake ? `add it to the mistakes: ${mistake}: …` : 'delete it, or call it wrong-<name>',
    });
  }
}
