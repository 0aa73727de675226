// Chooses the engine for a program: the real one, else a stand-in that says what it stands in for. Engines are loaded
// only when they are chosen: a TypeScript program never loads what Python needs, and the other way round.
import { CourseError } from '../error.ts';
import { languageNames } from '../languages.ts';
import type { Language, Need } from '../languages.ts';
import type { Engine, EngineName } from './engine.ts';

/** What the choice depends on. A `Program` of the course has this shape. */
export interface Wants {
  readonly language: Language;
  readonly needs: readonly Need[];
}

export interface Choice {
  readonly engine: Engine;
  /** Where it is not the real engine: a sentence that says which was not there, and the command to get it. */
  readonly standIn?: string;
}

/** The language that each engine runs. The engines with a virtual clock are taken only where they are asked for. */
export const speaks: Record<EngineName, Language> = {
  node: 'ts',
  cpython: 'py',
  pyodide: 'py',
  traced: 'ts',
  'cpython-virtual': 'py',
};

const real: Record<Language, EngineName> = { ts: 'node', py: 'cpython' };

/**
 * The engine for a program; with `wanted` exactly that one. Throws a CourseError: `misuse` for an engine of the other
 * language or one that cannot provide a need, `missing` where the machine lacks it.
 */
export async function engineFor(root: string, program: Wants, wanted?: EngineName): Promise<Choice> {
  if (wanted !== undefined) return { engine: await loadNamed(root, program, wanted) };
  if (program.language === 'ts')
    return { engine: requireNeeds(await load(root, 'node', program.needs), program.needs) };
  try {
    return { engine: await load(root, 'cpython', program.needs) };
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    const engine = await load(root, 'pyodide', []);
    if (!program.needs.every((need) => engine.provides.has(need))) throw withNeedsNamed(error, program.needs);
    return { engine, standIn: `${error.what}. This ran on Pyodide ${engine.version} instead. fix: ${error.fix}` };
  }
}

/** An error about the engine alone also names what the program needs it for. */
function withNeedsNamed({ what, fix, kind }: CourseError, needs: readonly Need[]): CourseError {
  if (needs.some((need) => what.includes(need))) return new CourseError({ what, fix, kind });
  return new CourseError({ what: `${what}, and this program needs ${needs.join(' and ')}`, fix, kind });
}

async function loadNamed(root: string, { language, needs }: Wants, wanted: EngineName): Promise<Engine> {
  if (speaks[wanted] !== language) {
    throw new CourseError({
      what: `engine "${wanted}" runs ${languageNames[speaks[wanted]]}, and this program is ${languageNames[language]}`,
      fix: `leave --engine out, or type --engine ${real[language]}`,
      kind: 'misuse',
    });
  }
  return requireNeeds(await load(root, wanted, needs), needs);
}

function requireNeeds(engine: Engine, needs: readonly Need[]): Engine {
  const lacking = needs.filter((need) => !engine.provides.has(need));
  if (lacking.length === 0) return engine;
  throw new CourseError({
    what: `engine "${engine.name}" has no ${lacking.join(' and no ')}, which the program needs`,
    fix: engine.name === real[engine.language] ? 'take the need out of its first comment' : 'leave --engine out',
    kind: 'misuse',
  });
}

async function load(root: string, name: EngineName, needs: readonly Need[]): Promise<Engine> {
  switch (name) {
    case 'node':
      return (await import('./node/node.ts')).findNode();
    case 'cpython':
      return (await import('./cpython/cpython.ts')).findCpython(root, needs);
    case 'pyodide':
      return (await import('./pyodide/pyodide.ts')).findPyodide();
    case 'traced':
      return (await import('./traced/host.ts')).findTraced();
    case 'cpython-virtual':
      return (await import('./virtual/cpython.ts')).findVirtualCpython(root, needs);
  }
}
