// What `course run` was asked to run: the twins of a snippet, or one file of the reader's own.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { Exercise } from '../../course/exercises.ts';
import { readText, shown } from '../../course/files.ts';
import { readNeeds, readSnippet, readSnippets, twins } from '../../course/snippets.ts';
import type { ContractFile, Program, Snippet } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { languageNames } from '../../languages.ts';
import type { Language } from '../../languages.ts';

export interface Target {
  /** A snippet's id, or the name of the reader's file. */
  readonly title: string;
  /** Absent for a file of the reader's own. */
  readonly snippet?: Snippet;
  readonly jobs: readonly Job[];
}

/** One program to run and the contract that it must meet, if there is one. */
export interface Job extends Program {
  readonly contract?: ContractFile;
}

export interface Asked {
  readonly root: string;
  /** The folder in which the command was typed. */
  readonly from: string;
  /** An id or a path. */
  readonly name: string;
  /** The only language to run; both if absent. */
  readonly language: Language | undefined;
  /** Path of a contract for the reader's own file; the one beside it if absent. */
  readonly order: string | undefined;
}

/** Finds what was asked for. Throws `misuse` for an id, a file or a contract that is not there. */
export async function findTarget(asked: Asked): Promise<Target> {
  if (/^[^.\\]+(\.broken)?$/.test(asked.name) && !asked.name.startsWith('/')) return snippetTarget(asked);
  const file = locate(asked, asked.name);
  const snippets = readSnippets(asked.root, []);
  const known = [...snippets.values()].find((snippet) => twins(snippet).some((twin) => twin.file === file));
  if (!known || asked.order !== undefined) return ownTarget(asked, file);
  return targetOf(known, twins(known).find((twin) => twin.file === file)?.language);
}

async function snippetTarget(asked: Asked): Promise<Target> {
  if (asked.order !== undefined) {
    throw new CourseError({
      what: `"${asked.name}" is a snippet, which has its own contract`,
      fix: `leave --order out: npm run course -- run ${asked.name}`,
      kind: 'misuse',
    });
  }
  const snippet = readSnippet(asked.root, asked.name) ?? (await refuse(asked));
  return targetOf(snippet, asked.language);
}

/** The whole course is read only to say which id was meant: it costs a schema library and a YAML parser. */
async function refuse({ root, name }: Asked): Promise<Snippet> {
  const { readCourse, requireSnippet } = await import('../../course/course.ts');
  return requireSnippet(readCourse(root), name);
}

function targetOf(snippet: Snippet, language: Language | undefined): Target {
  const jobs = twins(snippet)
    .filter((program) => language === undefined || program.language === language)
    .map((program) => ({ ...program, contract: snippet.contracts[program.language] }));
  return { title: snippet.id, snippet, jobs };
}

/** JavaScript is run as TypeScript without types. */
const kinds: Readonly<Record<string, Language>> = {
  ...{ '.ts': 'ts', '.mts': 'ts', '.cts': 'ts', '.js': 'ts', '.mjs': 'ts', '.cjs': 'ts' },
  '.py': 'py',
};

async function ownTarget({ root, from, order, name, language: only }: Asked, file: string): Promise<Target> {
  const language = kinds[extname(file)];
  if (language === undefined) {
    throw new CourseError({
      what: `"${name}" is neither TypeScript nor JavaScript nor Python`,
      fix: 'give a file whose name ends in .ts, .js or .py, or the id of a snippet: npm run course -- list',
      kind: 'misuse',
    });
  }
  if (only !== undefined && only !== language) {
    const what = `"${name}" is no ${languageNames[only]} program`;
    throw new CourseError({ what, fix: `leave --${only} out`, kind: 'misuse' });
  }
  const text = readText(file);
  const path = pathOf(root, file);
  const program = { language, file, path, text, needs: readNeeds(text, path) };
  const own = order === undefined ? contractBeside(file) : await contractNamed({ root, from }, order, language);
  if (own === undefined) return { title: basename(file), jobs: [program] };
  const contract = { file: own, path: pathOf(root, own), text: readText(own) };
  return { title: basename(file), jobs: [{ ...program, contract }] };
}

/** The contract in a file, of a snippet, or of the task of an exercise. */
async function contractNamed(asked: Pick<Asked, 'root' | 'from'>, name: string, language: Language): Promise<string> {
  if (/^[a-z0-9-]+\/[a-z0-9.-]+$/.test(name) && !name.endsWith('.order')) {
    const found = readSnippet(asked.root, name) ?? (await exerciseNamed(asked.root, name));
    if (found) return found.contracts[language].file;
  }
  return locate(asked, name, 'contract');
}

/** The whole course is read for it, which a program with a contract of its own need not wait for. */
async function exerciseNamed(root: string, name: string): Promise<Exercise | undefined> {
  const { readCourse } = await import('../../course/course.ts');
  return readCourse(root).exercises.get(name);
}

/** `race.order` beside `race.py`. */
function contractBeside(file: string): string | undefined {
  const beside = `${file.slice(0, -extname(file).length)}.order`;
  return isFile(beside) ? beside : undefined;
}

/** The file that a person means by `name`: from where they typed it, or from the course's folder. */
function locate({ root, from }: Pick<Asked, 'root' | 'from'>, name: string, noun = 'file'): string {
  const found = [from, process.cwd(), root].map((base) => resolve(base, name)).find(isFile);
  if (found !== undefined) return found;
  const folder = [from, process.cwd(), root].map((base) => resolve(base, name)).find(existsSync);
  if (folder !== undefined) throw isFolder(name, folder);
  const fix =
    noun === 'file'
      ? 'give the path of a program, or the id of a snippet: npm run course -- list'
      : `write what the program should print, line by line, into ${name}`;
  throw new CourseError({ what: `there is no ${noun} "${name}"`, fix, kind: 'misuse' });
}

function isFolder(name: string, folder: string): CourseError {
  const programs = readdirSync(folder).filter((file) => extname(file) in kinds);
  const [first] = programs;
  return new CourseError({
    what: `"${name}" is a folder`,
    fix: first ? `name one of its programs: ${programs.join(', ')}` : 'name a program; this folder holds none',
    kind: 'misuse',
  });
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Below the course's folder the path from there, else the path as it is. */
function pathOf(root: string, file: string): string {
  const path = shown(root, file);
  return path.startsWith('..') ? file : path;
}
