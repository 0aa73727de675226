// Which engines this machine has, in words and as data. The chapters that need a library need CPython with it.
import { CourseError } from '../../error.ts';
import type { Language, Need } from '../../languages.ts';
import { engineFor } from '../../runtime/choose-engine.ts';
import type { Engine } from '../../runtime/engine.ts';
import { engineNameOf, rowOf } from '../../runtime/engines.ts';

/** The real engine for a language and a need, or the error that says what is missing. */
export async function realEngine(
  root: string,
  language: Language,
  needs: readonly Need[],
): Promise<Engine | CourseError> {
  try {
    return (await engineFor(root, { language, needs }, engineNameOf(language, 'real'))).engine;
  } catch (error) {
    if (error instanceof CourseError) return error;
    throw error;
  }
}

/** The engine as people name it: "CPython 3.12.1 with gevent 25.9.1"; of its libraries those that are `needed`, or all. */
export function inWords(engine: Engine, needed?: readonly string[]): string {
  const { version, packages } = engine;
  const shown = Object.entries(packages).filter(([library]) => needed?.includes(library) ?? true);
  const libraries = shown.map(([library, at]) => `${library} ${at}`);
  return `${rowOf(engine).title} ${version}${libraries.length > 0 ? ` with ${libraries.join(' and ')}` : ''}`;
}

/** Both engines in one line; what is missing is said with the command that gets it. */
export async function enginesInWords(root: string): Promise<string> {
  const node = await realEngine(root, 'ts', []);
  const gevent = await realEngine(root, 'py', ['gevent']);
  const python = gevent instanceof CourseError ? await realEngine(root, 'py', []) : gevent;
  const words = [node, python].map((engine) => (engine instanceof CourseError ? engine.what : inWords(engine)));
  return [...words, ...(gevent instanceof CourseError ? [`${gevent.what} (fix: ${gevent.fix})`] : [])].join(', ');
}
