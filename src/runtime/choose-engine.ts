// Chooses the engine for a program: the real one, else a stand-in that says what it stands in for.
import { CourseError } from '../error.ts';
import { languageNames } from '../languages.ts';
import type { Language, Need } from '../languages.ts';
import type { Engine } from './engine.ts';
import { engineNameOf, engines, findEngineName, rowOf } from './engines.ts';
import type { EngineName } from './engines.ts';

/** What the choice depends on. A `Program` of the course has this shape. */
interface Wants {
  readonly language: Language;
  readonly needs: readonly Need[];
}

export interface Choice {
  readonly engine: Engine;
  /** Where it is not the real engine: a sentence that says which was not there, and the command to get it. */
  readonly standIn?: string;
}

/**
 * The engine for a program; with `wanted` exactly that one. Throws a CourseError: `misuse` for an engine of the other
 * language or one that cannot provide a need, `missing` where the machine lacks it.
 */
export async function engineFor(root: string, program: Wants, wanted?: EngineName): Promise<Choice> {
  if (wanted !== undefined) return { engine: await loadNamed(root, program, wanted) };
  try {
    return { engine: await loadNamed(root, program, engineNameOf(program.language, 'real')) };
  } catch (error) {
    const name = findEngineName(program.language, 'stand-in');
    if (name === undefined || !(error instanceof CourseError)) throw error;
    const engine = await engines[name].load(root, []);
    if (!program.needs.every((need) => engine.provides.has(need))) throw withNeedsNamed(error, program.needs);
    const { title } = engines[name];
    return { engine, standIn: `${error.what}. This ran on ${title} ${engine.version} instead. fix: ${error.fix}` };
  }
}

/** An error about the engine alone also names what the program needs it for. */
function withNeedsNamed({ what, fix, kind }: CourseError, needs: readonly Need[]): CourseError {
  if (needs.some((need) => what.includes(need))) return new CourseError({ what, fix, kind });
  return new CourseError({ what: `${what}, and this program needs ${needs.join(' and ')}`, fix, kind });
}

async function loadNamed(root: string, { language, needs }: Wants, wanted: EngineName): Promise<Engine> {
  const { language: own, load } = engines[wanted];
  if (own !== language) {
    throw new CourseError({
      what: `engine "${wanted}" runs ${languageNames[own]}, and this program is ${languageNames[language]}`,
      fix: `leave --engine out, or type --engine ${engineNameOf(language, 'real')}`,
      kind: 'misuse',
    });
  }
  return requireNeeds(await load(root, needs), needs);
}

function requireNeeds(engine: Engine, needs: readonly Need[]): Engine {
  const lacking = needs.filter((need) => !engine.provides.has(need));
  if (lacking.length === 0) return engine;
  throw new CourseError({
    what: `engine "${engine.name}" has no ${lacking.join(' and no ')}, which the program needs`,
    fix: rowOf(engine).role === 'real' ? 'take the need out of its first comment' : 'leave --engine out',
    kind: 'misuse',
  });
}
