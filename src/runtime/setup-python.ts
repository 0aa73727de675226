// Gets Python ready: .venv with what snippets/requirements.txt names; else a CPython of the machine that has it; else Pyodide.
// A .venv that somebody else made is added to, never deleted.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../course/digest.ts';
import { CourseError } from '../error.ts';
import type { Engine } from './engine.ts';
import { programEnvironment } from './process/environment.ts';
import { runProcess } from './process/run.ts';
import { defaultCandidates, pythonOf } from './cpython/candidates.ts';
import { findCpython, locateCpython } from './cpython/cpython.ts';
import type { Search } from './cpython/cpython.ts';

export interface SetupReport {
  /** What runs the Python programs. */
  readonly engine: Engine;
  /** What the machine lacks all the same, with the command that gets it. */
  readonly lacking: CourseError | undefined;
}

export interface SetupOptions extends Search {
  /** Told what is done at this moment. */
  readonly say: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** ms for one step of pip or venv. */
const stepTime = 120_000;

const unfinished = 'unfinished\n';

/** Idempotent: a second call finds the first one's work and starts no installation. Never throws for what the machine lacks. */
export async function setUpPython(root: string, options: SetupOptions): Promise<SetupReport> {
  const requirements = join(root, 'snippets', 'requirements.txt');
  const folder = join(root, '.venv');
  const marker = join(folder, 'course-setup');
  const wanted = digest(read(requirements) ?? '');
  if (read(marker) !== wanted || !(await starts(root, folder, options))) {
    const fault = await install(root, { folder, marker, requirements, wanted }, options);
    if (fault !== undefined) return standIn(root, fault, options);
  }
  return standIn(root, undefined, options);
}

/** False for a .venv whose Python was moved or removed. */
async function starts(root: string, folder: string, { ask }: Search): Promise<boolean> {
  const own = { name: '.venv', command: pythonOf(folder), args: [] };
  const found = await locateCpython(root, [], { candidates: [own], ...(ask ? { ask } : {}) }).catch(asMissing);
  return !(found instanceof CourseError);
}

interface Place {
  readonly folder: string;
  readonly marker: string;
  readonly requirements: string;
  readonly wanted: string;
}

/** Makes .venv and fills it; the sentence that says why not, where that fails. */
async function install(root: string, place: Place, options: SetupOptions): Promise<string | undefined> {
  const { folder, marker, requirements, wanted } = place;
  const candidates = options.candidates ?? defaultCandidates(root).filter(({ command }) => !command.startsWith(folder));
  const base = await locateCpython(root, [], { ...options, candidates }).catch(asMissing);
  if (base instanceof CourseError) return base.what;
  const broken = existsSync(marker) && (read(marker) === unfinished || !(await starts(root, folder, options)));
  if (broken) rmSync(folder, { recursive: true, force: true });
  const own = !existsSync(folder);
  if (own) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(marker, unfinished);
  }
  const steps = [
    ...(own ? [{ say: 'making .venv', command: base.executable, args: ['-m', 'venv', folder] }] : []),
    { say: 'installing snippets/requirements.txt into .venv', command: pythonOf(folder), args: pip(requirements) },
  ];
  for (const { say, command, args } of steps) {
    options.say(say);
    const fault = await step(root, command, args, options.signal);
    if (fault === undefined) continue;
    if (own) rmSync(folder, { recursive: true, force: true });
    return fault;
  }
  writeFileSync(marker, wanted);
  return undefined;
}

function pip(requirements: string): string[] {
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input', '--retries', '1', '--timeout', '15'];
  return ['-m', 'pip', 'install', ...quiet, '-r', requirements];
}

/** The last line that a failed step said; undefined if it went well. */
async function step(
  root: string,
  command: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const child = { command, args, cwd: root, env: programEnvironment({ PIP_NO_COLOR: '1' }) };
  const request = { file: command, timeLimit: stepTime, ...(signal ? { signal } : {}) };
  const result = await runProcess(child, request).catch(asMissing);
  if (result instanceof CourseError) return result.what;
  if (result.exit === 0) return undefined;
  const last = result.lines.findLast(({ text }) => text.trim() !== '')?.text;
  return result.stopped ? `it did not end within ${stepTime / 1000} s` : (last ?? `exit code ${result.exit}`);
}

/** The best Python there is now; with `fault`, the reason why .venv could not be filled. */
async function standIn(root: string, fault: string | undefined, search: Search): Promise<SetupReport> {
  const full = await findCpython(root, ['gevent'], search).catch(asMissing);
  if (!(full instanceof CourseError)) return { engine: full, lacking: undefined };
  const plain = await findCpython(root, [], search).catch(asMissing);
  if (plain instanceof CourseError) {
    const { findPyodide } = await import('./pyodide/pyodide.ts');
    return { engine: findPyodide(), lacking: plain };
  }
  const why = fault === undefined ? full.what : `gevent could not be installed: ${fault}`;
  const lacking = new CourseError({ what: why, fix: systemGevent, kind: 'missing' });
  return { engine: plain, lacking };
}

const systemGevent =
  'apt-get install python3-gevent (Debian, Ubuntu), or python3 -m pip install gevent, or try again: npm run course -- setup';

function asMissing(error: unknown): CourseError {
  if (error instanceof CourseError) return error;
  throw error;
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
