// `course exercise watch`: the next open exercise, checked at each save until it holds, then the one after it. The keys are those of
// Rustlings: r run, h hint, l list, n next, q quit.
import type { Exercise } from '../../course/exercises.ts';
import { CourseError } from '../../error.ts';
import type { Language } from '../../languages.ts';
import { onChange } from '../run/watch.ts';
import { Events, openKeyboard } from '../shell/keys.ts';
import { exerciseOf, nextOpen, onlyLanguage, proseLines } from './call.ts';
import type { Call } from './call.ts';
import { judged, show } from './check.ts';
import { action as list, progressOf } from './list.ts';
import { taskLines } from './start.ts';

export async function action(call: Call): Promise<number> {
  const { book, invocation } = call;
  const { signal, terminal } = invocation;
  const language = onlyLanguage(call) ?? book.language ?? 'ts';
  let exercise = call.word === undefined ? nextOpen(call, language) : exerciseOf(call);
  const keyboard = openKeyboard(signal);
  const events = keyboard?.keys ?? new Events();
  signal.addEventListener('abort', () => events.push(undefined), { once: true });
  try {
    while (exercise) {
      const watched = { exercise, language, events, hasKeys: keyboard !== undefined };
      if ((await new Watch(call, watched).run()) === 'quit') return 0;
      exercise = nextOpen(call, language);
    }
  } finally {
    keyboard?.close();
  }
  terminal.write(`${progressOf(call, language)}: all of them\nnext: npm run course -- list\n`);
  return 0;
}

interface Watched {
  readonly exercise: Exercise;
  readonly language: Language;
  /** Keys, and `r` for each save; undefined ends it. */
  readonly events: Events;
  readonly hasKeys: boolean;
}

class Watch {
  readonly #call: Call;
  readonly #watched: Watched;
  #hints = 0;

  constructor(call: Call, watched: Watched) {
    this.#call = call;
    this.#watched = watched;
  }

  /** Checks at once, and after each save, until a key or Ctrl-C leaves; without a keyboard an exercise that holds leads to the next. */
  async run(): Promise<'next' | 'quit'> {
    const { book, invocation } = this.#call;
    const { exercise, language } = this.#watched;
    if (!book.startedIn(exercise).includes(language)) book.start(exercise, language);
    this.#write('', ...taskLines(this.#call, exercise, language), '');
    const leaving = new AbortController();
    void this.#followSaves(AbortSignal.any([leaving.signal, invocation.signal]));
    try {
      return await this.#follow();
    } finally {
      leaving.abort();
    }
  }

  async #follow(): Promise<'next' | 'quit'> {
    const { events, hasKeys } = this.#watched;
    const { signal } = this.#call.invocation;
    events.push('r');
    for await (const event of events) {
      if (signal.aborted || event === 'q' || event === 'ctrl-c') return 'quit';
      const holds = event === 'r' && (await this.#check());
      if (event === 'n' || (holds && !hasKeys)) return 'next';
      if (event === 'h') this.#hint();
      if (event === 'l') list(this.#call);
      this.#prompt();
    }
    return 'quit';
  }

  async #followSaves(signal: AbortSignal): Promise<void> {
    const { exercise, language, events } = this.#watched;
    const changes = onChange([this.#call.book.fileOf(exercise, language)], signal);
    while (!(await changes.next()).done) events.push('r');
  }

  async #check(): Promise<boolean> {
    const { book, invocation } = this.#call;
    const { exercise, language } = this.#watched;
    try {
      const program = book.programOf(exercise, language);
      const verdict = await judged(this.#call, exercise, program);
      if (verdict) show(this.#call, exercise, program, verdict);
      return verdict?.kind === 'passes';
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      invocation.terminal.warn(`${error.message}\n`);
      return false;
    }
  }

  #hint(): void {
    const { hints } = this.#watched.exercise.data;
    const hint = hints[this.#hints % hints.length] ?? '';
    this.#hints += 1;
    this.#write(...proseLines(hint, this.#call.invocation.terminal), '');
  }

  #prompt(): void {
    if (this.#call.invocation.signal.aborted) return;
    const { exercise, language, hasKeys } = this.#watched;
    const keys = hasKeys ? 'r run, h hint, l list, n next, q quit' : 'Ctrl-C ends it';
    this.#write(`watching ${this.#call.book.pathOf(exercise, language)}: ${keys}`);
  }

  #write(...lines: readonly string[]): void {
    this.#call.invocation.terminal.write(`${lines.join('\n')}\n`);
  }
}
