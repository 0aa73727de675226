// Why a program ended as it did, looked up in a run of its own: the promise whose error nobody handled, or who waits for whom where
// its top level waits for ever.
import { attempt } from '../../error.ts';
import type { TraceEventOf, Tracer } from '../../trace/events.ts';
import { limits } from '../engine.ts';
import { runInRealm } from '../realm/realm.ts';
import { compileFile } from './host.ts';
import type { Program } from './program.ts';

/** A promise that was rejected, and nobody had a handler for it when the microtasks had run. */
export interface Unhandled {
  readonly kind: 'unhandled';
  readonly message: string;
  /** The async function whose promise it is. */
  readonly call?: string;
  /** The line of the `then` that gave it: the error of another promise passes through. */
  readonly then?: number;
  /** The line at which it was made or, where that is unknown, rejected; 0 where no line of the program did. */
  readonly line: number;
  /** The variable that holds it. */
  readonly kept?: string;
  /** A line further down that awaits the variable. */
  readonly awaited?: number;
}

/** The top level of the program waits; whoever is waited for waits as well. */
export interface Waits {
  readonly kind: 'waits';
  /** The first is the program itself; each waits for the next one, at a line. */
  readonly chain: readonly { readonly name: string; readonly line: number }[];
  /** The last one waits for one of the chain. */
  readonly isCircle: boolean;
}

export type Diagnosis = Unhandled | Waits;

/** Undefined where the traced engine does not run the program, or runs it to another end than `exit`. */
export function diagnose(file: string, exit: number | null): Diagnosis | undefined {
  const found = attempt(() => {
    const program = compileFile(file);
    const watch = new Watch(program);
    const end = performance.now() + limits.time;
    const run = runInRealm(program, { tracer: watch.tracer, isTimeOver: () => performance.now() > end });
    return run.exit === exit ? (watch.unhandled ?? watch.waits()) : undefined;
  });
  return 'error' in found ? undefined : found.value;
}

class Watch {
  unhandled: Unhandled | undefined;
  readonly #program: Program;
  /** By strand. */
  readonly #names = new Map([[0, 'the program']]);
  readonly #lines = new Map<number, number>();
  readonly #waits = new Map<number, TraceEventOf<'suspend'>>();
  /** By promise. */
  readonly #calls = new Map<number, { readonly strand: number; readonly name: string; readonly line: number }>();
  readonly #rejected = new Map<number, { readonly line: number; readonly then?: number }>();
  /** Lines of `then`, by the job that passes an error on. */
  readonly #passes = new Map<number, number>();
  #job = 0;
  #isUnsettled = false;

  constructor(program: Program) {
    this.#program = program;
  }

  get tracer(): Tracer {
    return {
      line: ({ strand, line }) => void this.#lines.set(strand, line),
      create: ({ strand, name, promise, by }) => {
        this.#names.set(strand, `${name}()`);
        if (promise === undefined) return;
        this.#calls.set(promise, { strand, name, line: by === undefined ? 0 : (this.#lines.get(by) ?? 0) });
      },
      suspend: (event) => void this.#waits.set(event.strand, event),
      resume: ({ strand }) => void this.#waits.delete(strand),
      enqueue: ({ job, what }) => {
        if (what.kind === 'reaction' && what.how === 'error') this.#passes.set(job, what.line ?? 0);
      },
      dequeue: ({ job }) => {
        this.#job = job;
      },
      promise: (event) => this.#settled(event),
      unhandled: ({ promise, message }) => {
        this.unhandled ??= this.#unhandled(promise, message);
      },
      unsettled: () => {
        this.#isUnsettled = true;
      },
    };
  }

  /** Who waits for whom, from the program on. */
  waits(): Waits | undefined {
    if (!this.#isUnsettled) return undefined;
    const chain: { name: string; line: number }[] = [];
    const seen = new Set<number>();
    for (let strand: number | undefined = 0; strand !== undefined;) {
      if (seen.has(strand)) return { kind: 'waits', chain, isCircle: true };
      seen.add(strand);
      const wait = this.#waits.get(strand);
      if (!wait) break;
      chain.push({ name: this.#names.get(strand) ?? '', line: wait.line });
      strand = wait.on.kind === 'promise' ? this.#calls.get(wait.on.promise)?.strand : undefined;
    }
    return chain.length === 0 ? undefined : { kind: 'waits', chain, isCircle: false };
  }

  #settled({ promise, state, by }: TraceEventOf<'promise'>): void {
    if (state !== 'rejected') return;
    const then = by === undefined ? this.#passes.get(this.#job) : undefined;
    const line = by === undefined ? 0 : (this.#lines.get(by) ?? 0);
    this.#rejected.set(promise, { line: then ?? line, ...(then && { then }) });
  }

  #unhandled(promise: number, message: string): Unhandled {
    const call = this.#calls.get(promise);
    const { line = 0, then } = this.#rejected.get(promise) ?? {};
    const at = call?.line ?? line;
    return {
      kind: 'unhandled',
      message,
      line: at,
      ...(call && { call: call.name }),
      ...(then && { then }),
      ...keptAt(this.#program.lines, at),
    };
  }
}

/** The variable that the statement at `line` declares, and the first line below that awaits it. */
function keptAt(lines: readonly string[], line: number): Pick<Unhandled, 'kept' | 'awaited'> {
  const [, kept] = /^\s*(?:export\s+)?(?:const|let|var)\s+(\w+)[^=]*=(?!.*\bawait\b)/.exec(lines[line - 1] ?? '') ?? [];
  if (kept === undefined) return {};
  const awaits = new RegExp(`\\bawait\\s+${kept}\\b`);
  const awaited = lines.findIndex((text, index) => index >= line && awaits.test(text)) + 1;
  return { kept, ...(awaited > 0 && { awaited }) };
}
