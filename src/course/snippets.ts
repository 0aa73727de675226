// Finds the programs: two twins and a contract that share one base name in one folder.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CourseError } from '../error.ts';
import { contentRoots, findFiles, readText, requireId, shown } from './files.ts';
import { languageNames, languages, needs as knownNeeds } from '../languages.ts';
import type { Language, Need } from '../languages.ts';
import { nearest } from '../nearest.ts';
import { orphans } from './halves.ts';

export interface Program {
  readonly language: Language;
  /** Absolute path. */
  readonly file: string;
  /** Path from the course's root, as shown to people. */
  readonly path: string;
  readonly text: string;
  readonly needs: readonly Need[];
}

export interface ContractFile {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

/** The file that `course record` writes for one twin; `text` is undefined where it is not there yet. */
export interface RecordingFile {
  readonly file: string;
  readonly path: string;
  readonly text: string | undefined;
}

export interface Snippet {
  /** `chapter/name` */
  readonly id: string;
  readonly chapter: string;
  readonly name: string;
  readonly programs: Readonly<Record<Language, Program>>;
  /** Both twins point at the same file unless `<name>.py.order` stands beside it. */
  readonly contracts: Readonly<Record<Language, ContractFile>>;
  readonly recordings: Readonly<Record<Language, RecordingFile>>;
}

type Parts = Map<string, string>;

/** Reads every snippet below `snippets/`. Problems are collected, so that one command can show them all. */
export function readSnippets(root: string, problems: CourseError[]): Map<string, Snippet> {
  const groups = new Map<string, Parts>();
  for (const [name, file] of findFiles(root, 'snippets', '*/*.{ts,py,order}')) {
    const kind = /\.(py\.order|order|ts|py)$/.exec(name)?.[1] ?? '';
    const id = name.slice(0, -kind.length - 1);
    const parts = groups.get(id) ?? new Map<string, string>();
    groups.set(id, parts.set(kind, file));
  }
  const snippets = new Map<string, Snippet>();
  for (const [id, parts] of groups) {
    try {
      snippets.set(id, assemble(root, id, parts));
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      problems.push(error);
    }
  }
  problems.push(...orphans(snippets, groups));
  return snippets;
}

/** One snippet alone, without looking at the others; undefined if it is not whole or not there. */
export function readSnippet(root: string, id: string): Snippet | undefined {
  const parts: Parts = new Map();
  for (const base of contentRoots(root)) {
    for (const kind of ['ts', 'py', 'order', 'py.order']) {
      const file = join(base, 'snippets', `${id}.${kind}`);
      if (existsSync(file)) parts.set(kind, file);
    }
  }
  return ['ts', 'py', 'order'].every((kind) => parts.has(kind)) ? assemble(root, id, parts) : undefined;
}

function assemble(root: string, id: string, parts: Parts): Snippet {
  const any = [...parts.values()][0] ?? '';
  requireId(id, shown(root, any));
  const shared = readContract(root, require(root, id, parts, 'order'));
  const own = parts.get('py.order');
  return {
    id,
    chapter: dirname(id),
    name: basename(id),
    programs: {
      ts: readProgram(root, 'ts', require(root, id, parts, 'ts')),
      py: readProgram(root, 'py', require(root, id, parts, 'py')),
    },
    contracts: { ts: shared, py: own === undefined ? shared : readContract(root, own) },
    recordings: { ts: recording(root, id, 'ts', any), py: recording(root, id, 'py', any) },
  };
}

const missing: Record<'order' | Language, (path: string) => string> = {
  order: (path) => `write what it prints, line by line, into ${path} (CONTRIBUTING.md, "The order contract")`,
  ts: (path) => `write the TypeScript twin ${path}, or delete its files`,
  py: (path) => `write the Python twin ${path}, or delete its files`,
};

function require(root: string, id: string, parts: Parts, kind: 'order' | Language): string {
  const file = parts.get(kind);
  if (file !== undefined) return file;
  const present = [...parts.values()].map((path) => shown(root, path));
  const noun = kind === 'order' ? 'contract' : `${languageNames[kind]} twin`;
  throw new CourseError({
    what: `snippet "${id}" has no ${noun}`,
    where: { file: present[0] ?? `snippets/${id}` },
    fix: missing[kind](`snippets/${id}.${kind}`),
  });
}

/** Reads a contract, as it stands in its file. */
export function readContract(root: string, file: string): ContractFile {
  return { file, path: shown(root, file), text: readText(file) };
}

function recording(root: string, id: string, language: Language, beside: string): RecordingFile {
  const file = join(dirname(beside), 'recorded', `${basename(id)}.${language}.json`);
  return { file, path: shown(root, file), text: existsSync(file) ? readText(file) : undefined };
}

/** Reads a program. Throws a CourseError for a need that there is not. */
export function readProgram(root: string, language: Language, file: string): Program {
  const text = readText(file);
  const path = shown(root, file);
  return { language, file, path, text, needs: readNeeds(text, path) };
}

/** Reads `needs: a, b` from the first comment of a program; an unknown word is refused. */
export function readNeeds(text: string, path: string): readonly Need[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !/^\s*(\/\/|#|\/?\*|$)/.test(line));
  const found: Need[] = [];
  for (const [index, line] of lines.slice(0, end < 0 ? lines.length : end).entries()) {
    const words = /^\s*(?:\/\/|#|\*)\s*needs:\s*(.+?)\s*$/.exec(line)?.[1];
    for (const word of words?.split(/\s*,\s*/) ?? []) found.push(need(word, path, index + 1));
  }
  return found;
}

function need(word: string, file: string, line: number): Need {
  const known = knownNeeds.find((name) => name === word);
  if (known) return known;
  throw new CourseError({
    what: `unknown need "${word}"`,
    where: { file, line },
    fix: `write one of ${knownNeeds.join(', ')}; did you mean "${nearest(word, knownNeeds) ?? knownNeeds[0]}"?`,
  });
}

/** The languages of a snippet in the order in which they are shown. */
export function twins(snippet: Snippet): readonly Program[] {
  return languages.map((language) => snippet.programs[language]);
}
