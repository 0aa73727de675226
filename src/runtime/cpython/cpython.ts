// CPython as it is on the machine: found by running candidates, never by name alone.
import { delimiter, dirname, join } from 'node:path';
import { CourseError } from '../../error.ts';
import type { Need } from '../../languages.ts';
import type { Engine } from '../engine.ts';
import type { RealCommands } from '../real/commands.ts';
import { programEnvironment } from '../process/environment.ts';
import { runWithStrands } from '../strands/run.ts';
import type { Command } from '../process/run.ts';
import { defaultCandidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { askPython, Probe } from './probe.ts';
import type { Answer, Ask } from './probe.ts';
import { which } from './which.ts';

/** The oldest CPython that the programs run on. */
export const oldest = { major: 3, minor: 11 } as const;

const hooks = join(import.meta.dirname, '..', 'inside', 'python', 'hooks');
/** Each is a folder with a sitecustomize. */
type Hook = 'plain' | 'observe' | 'perturb' | 'record';
const packages = ['gevent', 'ray'] as const;

export interface Search {
  readonly candidates?: readonly Candidate[];
  readonly ask?: Ask;
}

/** A CPython as an engine, and the program that is started for it. */
export interface Located {
  readonly engine: Engine;
  readonly executable: string;
}

/**
 * The first CPython of at least `oldest` that provides all of `needs`.
 * Throws a CourseError (`missing`): no Python, only one too old, or none with the library.
 */
export async function findCpython(root: string, needs: readonly Need[], search: Search = {}): Promise<Engine> {
  return (await locateCpython(root, needs, search)).engine;
}

/** Like findCpython, with the path of what is started. */
export async function locateCpython(root: string, needs: readonly Need[], search: Search = {}): Promise<Located> {
  const probe = new Probe(join(root, '.cache', 'engines.json'), search.ask ?? askPython);
  const refused: { name: string; answer: Answer }[] = [];
  try {
    for (const { name, command, args } of search.candidates ?? defaultCandidates(root)) {
      const file = which(command);
      const answer = file && (await probe.answer(file, args));
      if (!answer) continue;
      const engine = engineOf(answer);
      if (isCurrent(answer) && needs.every((need) => engine.provides.has(need))) {
        return { engine, executable: answer.executable };
      }
      refused.push({ name, answer });
    }
  } finally {
    probe.save();
  }
  throw notFound(refused, needs);
}

function engineOf(answer: Answer): Engine {
  const found = packages.flatMap((name) => (answer[name] === null ? [] : [[name, answer[name]] as const]));
  return {
    name: 'cpython',
    version: answer.version,
    language: 'py',
    provides: new Set<Need>(['threads', 'processes', ...found.map(([name]) => name)]),
    packages: Object.fromEntries(found),
    run: ({ file, ...request }) => {
      const command = pythonCommand(answer.executable, file);
      return runWithStrands(command, (same) => withHook(same, 'observe'), { file, ...request });
    },
  };
}

/** `python3 FILE` in the folder of the file; each line that it prints leaves at once and whole, as on a terminal. */
function pythonCommand(executable: string, file: string): Command {
  const env = programEnvironment({ PYTHONUNBUFFERED: '1', PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' });
  return withHook({ command: executable, args: [file], cwd: dirname(file), env }, 'plain');
}

/** This comes in as Python's own hook for site settings, so that the program starts as it always does. */
function withHook(command: Command, hook: Hook): Command {
  const path = [join(hooks, hook), command.env['PYTHONPATH']].filter((one) => one !== undefined && one !== '');
  return { ...command, env: { ...command.env, PYTHONPATH: path.join(delimiter) } };
}

export const cpythonCommands: RealCommands = {
  start: async (root, { file, needs }) => {
    const { engine, executable } = await locateCpython(root, needs);
    return { engine: `${engine.name} ${engine.version}`, command: pythonCommand(executable, file) };
  },
  withHook,
};

function isCurrent({ implementation, version }: Answer): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return implementation === 'CPython' && (major > oldest.major || (major === oldest.major && minor >= oldest.minor));
}

function notFound(refused: readonly { name: string; answer: Answer }[], needs: readonly Need[]): CourseError {
  const floor = `CPython ${oldest.major}.${oldest.minor} or newer`;
  const lacking = needs.filter((need) => need === 'gevent' || need === 'ray');
  const current = refused.filter(({ answer }) => isCurrent(answer));
  const shown = refused[0];
  if (!shown) {
    return new CourseError({
      what: `no Python found: Python programs need ${floor}`,
      fix: 'install it from https://www.python.org/downloads/ or your package manager',
      kind: 'missing',
    });
  }
  if (current.length === 0) {
    const { name, answer } = shown;
    return new CourseError({
      what: `"${name}" is ${answer.implementation} ${answer.version}: Python programs need ${floor}`,
      fix: 'install a newer one from https://www.python.org/downloads/ or your package manager',
      kind: 'missing',
    });
  }
  const looked = current.map(({ name, answer }) => `"${name}" (${answer.version})`).join(', ');
  return new CourseError({
    what: `no ${lacking.join(' and ')} found: looked in ${looked}`,
    fix: lacking.includes('ray') ? 'python3 -m pip install ray' : 'npm run course -- setup',
    kind: 'missing',
  });
}
