// Worker (Node's lib/internal/worker.js): a thread that runs the program's own file.
import type { Stream } from '../../../../trace/recording.ts';
import type { Environment } from '../../engine/environment.ts';
import { askedAt } from '../../engine/asked.ts';
import { named } from '../../engine/named.ts';
import { invokeThen } from '../../engine/promise/capability.ts';
import type { Turns } from '../../threads/turns.ts';
import type { Started } from '../../threads/requests.ts';
import { closedPort } from '../../threads/wire.ts';
import { coded, received } from '../arguments.ts';
import type { Emitter, EmitterClass } from '../events/shape.ts';
import { refuseMember } from '../refuse.ts';
import type { Chunk } from './stdio.ts';
import type { ThreadSide } from './thread.ts';
import { transferOf } from './transfer.ts';

/** What the engine of a Worker tells its parent. */
type News =
  | { readonly kind: 'online' }
  | { readonly kind: 'stdio'; readonly stream: Stream; readonly chunks: readonly Chunk[] }
  | { readonly kind: 'error'; readonly error?: string }
  | { readonly kind: 'exit'; readonly code: number };

interface WorkerParts {
  readonly turns: Turns;
  readonly side: ThreadSide;
  readonly EventEmitter: EmitterClass;
  readonly environmentData: ReadonlyMap<unknown, unknown>;
}

type WorkerOptions = Readonly<Record<string, unknown>>;

/** Options that change how a thread is started in ways that the engine does not have. */
const refused = ['eval', 'stdin', 'stdout', 'stderr', 'execArgv', 'env', 'resourceLimits'] as const;

const { parse, stringify } = JSON;

/** A new class, so that a program may patch it or extend it. */
export function createWorker(environment: Environment, parts: WorkerParts): { readonly prototype: object } {
  return class Worker extends parts.EventEmitter {
    static {
      named('Worker', this);
    }

    readonly #handle: Handle;

    constructor(filename: unknown, options: WorkerOptions = {}) {
      super();
      checkFile(environment, filename);
      checkOptions(environment, options);
      this.#handle = new Handle(environment, parts, this, options);
      this.on('newListener', (name: unknown) => {
        if (name === 'online') this.#handle.watch();
      });
    }

    get threadId(): number {
      return this.#handle.threadId;
    }

    get threadName(): string | null {
      return this.#handle.threadName;
    }

    postMessage(data: unknown, transfer?: unknown): void {
      this.#handle.post(data, transferOf(transfer));
    }

    terminate(): unknown {
      return this.#handle.terminate();
    }

    [Symbol.asyncDispose](): unknown {
      return this.#handle.dispose();
    }

    ref(): void {
      this.#handle.ref();
    }

    unref(): void {
      this.#handle.unref();
    }
  };
}

/** The side of the parent. */
class Handle {
  readonly #environment: Environment;
  readonly #parts: WorkerParts;
  readonly #worker: Emitter;
  readonly #started: Started;
  readonly #name: string;
  readonly #onExit: ((code: number) => void)[] = [];
  #isOver = false;

  constructor(environment: Environment, parts: WorkerParts, worker: Emitter, options: WorkerOptions) {
    this.#environment = environment;
    this.#parts = parts;
    this.#worker = worker;
    const { name = 'WorkerThread', argv = [] } = options;
    this.#name = String(name);
    this.#started = start(environment, parts, options, {
      threadName: this.#name,
      argv: Array.isArray(argv) ? argv.map(String) : [],
    });
    environment.mailbox?.listen(this.#started.control, (text) => this.#hear(parse(text) as News));
    environment.mailbox?.listen(this.#started.port, (text) => {
      if (text !== closedPort) this.#deliver('message', parts.side.courier.read(text));
    });
    this.ref();
  }

  get threadId(): number {
    return this.#isOver ? -1 : this.#started.thread;
  }

  get threadName(): string | null {
    return this.#isOver ? null : this.#name;
  }

  /** Somebody wants to hear of its begin. */
  watch(): void {
    if (!this.#isOver) this.#parts.turns.ask({ do: 'watch', thread: this.#started.thread });
  }

  post(data: unknown, transfer: readonly unknown[]): void {
    const { turns, side } = this.#parts;
    if (this.#isOver) return;
    const text = side.courier.write(data, transfer);
    turns.changed();
    turns.ask({ do: 'post', port: this.#started.port, text, ...turns.here('postMessage') });
  }

  /** A promise of its exit code; of nothing where it has ended. */
  terminate(): unknown {
    const { turns } = this.#parts;
    const { promises } = this.#environment;
    const { promise, resolve } = promises.newPromiseCapability();
    if (this.#isOver) resolve(undefined);
    else {
      this.ref();
      this.#onExit.push(resolve);
      turns.ask({ do: 'terminate', thread: this.#started.thread, ...turns.here('terminate') });
    }
    return promise;
  }

  /** An async function that awaits terminate(). */
  dispose(): unknown {
    const passing = (line: number) => ({ kind: 'engine', does: 'then of object', ...askedAt(line) }) as const;
    return invokeThen(
      this.terminate(),
      this.#environment.core.hide(() => undefined, passing),
    );
  }

  ref(): void {
    if (!this.#isOver) this.#environment.poll.listening.add(this);
  }

  unref(): void {
    this.#environment.poll.listening.delete(this);
  }

  #hear(news: News): void {
    switch (news.kind) {
      case 'online':
        return this.#deliver('online');
      case 'stdio':
        return this.#print(news.stream, news.chunks);
      case 'error':
        return this.#deliver('error', this.#errorOf(news.error));
      case 'exit':
        return this.#exit(news.code);
    }
  }

  #print(stream: Stream, chunks: readonly Chunk[]): void {
    const { turns } = this.#parts;
    for (const { text, author } of chunks) this.#environment.output.print(stream, text, author);
    if (this.#isOver) return;
    const more = stringify({ kind: 'more', stream });
    turns.ask({ do: 'post', port: this.#started.control, text: more, ...turns.here('print') });
  }

  #errorOf(text: string | undefined): unknown {
    if (text !== undefined) return this.#parts.side.readError(text);
    return coded(new Error('Serializing an uncaught exception failed'), 'ERR_WORKER_UNSERIALIZABLE_ERROR');
  }

  /** What the thread has sent before its end comes first. */
  #exit(code: number): void {
    this.#environment.mailbox?.drain(this.#started.port);
    this.#environment.mailbox?.source.add(() => {
      this.#isOver = true;
      this.unref();
      for (const resolve of this.#onExit) resolve(code);
      this.#environment.strand(
        'message callback',
        named('exit', () => this.#worker.emit('exit', code)),
        [],
      )();
    }, this.#job('exit'));
  }

  #deliver(name: string, ...values: readonly unknown[]): void {
    const emit = named(name, () => this.#worker.emit(name, ...values));
    this.#environment.mailbox?.source.add(this.#environment.strand('message callback', emit, []), this.#job(name));
  }

  #job(name: string) {
    return { kind: 'callback', of: 'message', name } as const;
  }
}

function start(
  environment: Environment,
  { turns, side, environmentData }: WorkerParts,
  options: WorkerOptions,
  given: { readonly threadName: string; readonly argv: readonly string[] },
): Started {
  const { frames } = environment.core;
  const workerData = side.courier.write(options['workerData'], transferOf(options['transferList']));
  const data = [...environmentData].map(
    ([key, value]) => [side.courier.write(key), side.courier.write(value)] as const,
  );
  const request = {
    do: 'start',
    given: { ...given, workerData, environmentData: data },
    ...turns.here('Worker'),
  } as const;
  const { started } = turns.ask(request);
  if (!started) throw new TypeError('no thread was started');
  const { strand, thread } = started;
  const line = frames.line();
  if (environment.core.traced) {
    const name = `worker ${thread}`;
    environment.core.emit({ kind: 'create', strand, strandKind: 'worker', name, line, ...frames.author() });
  }
  return started;
}

function checkFile(environment: Environment, filename: unknown): void {
  const { path, url } = environment.core.program;
  const isText = typeof filename === 'string';
  if (!isText && !(typeof filename === 'object' && filename !== null && 'href' in filename)) {
    const kinds = 'of type string or an instance of URL';
    const what = received(filename, environment.formatter.inspect);
    throw coded(new TypeError(`The "filename" argument must be ${kinds}. Received ${what}`), 'ERR_INVALID_ARG_TYPE');
  }
  if (filename === path || (!isText && String(Reflect.get(filename, 'href')) === url)) return;
  refuseMember(environment, 'a Worker of another file', 'start it with import.meta.filename and look at isMainThread');
}

function checkOptions(environment: Environment, options: WorkerOptions): void {
  const found = refused.find((name) => options[name] !== undefined && options[name] !== false);
  if (found)
    refuseMember(environment, `the option ${found} of a Worker`, 'hand the thread what it needs as workerData');
}
