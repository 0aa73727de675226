// What a run has because it is one thread of several: a courier, the messages of the engine to it, and the way a Worker prints and fails.
import type { Stream } from '../../../../trace/recording.ts';
import type { Environment } from '../../engine/environment.ts';
import { isObject } from '../../engine/object.ts';
import type { Mailbox } from '../../threads/mailbox.ts';
import type { Turns } from '../../threads/turns.ts';
import type { createMessageChannel } from '../targets/message-channel.ts';
import { Courier } from './courier.ts';
import { WorkerStdio } from './stdio.ts';
import { ThreadPort } from './thread-port.ts';

type Channels = ReturnType<typeof createMessageChannel>;

/** What the engine of another thread tells this one. */
type News = { readonly kind: 'woken'; readonly token: number } | { readonly kind: 'more'; readonly stream: Stream };

const errorClasses = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } as const;

// a program may replace the methods of JSON
const { parse, stringify } = JSON;

export class ThreadSide {
  readonly courier: Courier;
  readonly #environment: Environment;
  readonly #turns: Turns;
  readonly #stdio: WorkerStdio | undefined;

  constructor(environment: Environment, turns: Turns, mailbox: Mailbox, channels: () => Channels) {
    this.#environment = environment;
    this.#turns = turns;
    this.courier = new Courier(environment, turns, {
      numberOf: (value) => numberOf(channels().dataOf(value)),
      isPort: (value) => channels().dataOf(value) !== undefined,
      detach: (port) => {
        const data = channels().dataOf(port);
        if (data instanceof ThreadPort) data.end();
      },
      arrived: (number) => new (channels().MessagePort)(new ThreadPort(environment, mailbox, number)),
    });
    if (!turns.isMain) this.#stdio = new WorkerStdio(environment, turns);
    mailbox.listen(turns.own.inbox, (text) => this.#hear(parse(text) as News));
  }

  /** The thread ends: what it has printed is on its way. */
  flush(): void {
    this.#stdio?.flush();
  }

  /** Whether somebody else is to hear of an error that nobody caught; that is so of a Worker. */
  fail(error: unknown): boolean {
    if (this.#turns.isMain) return false;
    const message = stringify({ kind: 'error', error: this.#written(error) });
    this.#turns.ask({ do: 'post', port: this.#turns.own.control, text: message, ...this.#turns.here('error') });
    return true;
  }

  /** What `fail` of another thread has written. */
  readError(text: string): unknown {
    const [className, value] = this.courier.read(text) as [string | null, unknown];
    if (className === null) return value;
    const error = new (
      Object.hasOwn(errorClasses, className) ? errorClasses[className as keyof typeof errorClasses] : Error
    )();
    for (const [key, own] of Object.entries(value as object)) {
      const isHidden = key === 'stack' || key === 'message';
      Object.defineProperty(error, key, { value: own, writable: true, enumerable: !isHidden, configurable: true });
    }
    return error;
  }

  /**
   * As Node's lib/internal/error_serdes.js: an error becomes one of the first of its classes that each thread has, with all that it has
   * itself; of what has no copy there is nothing. Absent where a value has no copy.
   */
  #written(error: unknown): string | undefined {
    if (!isObject(error) || !(error instanceof Error)) return this.#attempt([null, error]);
    const own: Record<string, unknown> = { stack: String(error.stack), message: error.message };
    for (const [key, value] of Object.entries(error)) if (this.#attempt(value) !== undefined) own[key] = value;
    return this.#attempt([classOf(error), own]);
  }

  #attempt(value: unknown): string | undefined {
    try {
      return this.courier.write(value);
    } catch (thrown) {
      this.#environment.core.caught(thrown);
      return undefined;
    }
  }

  #hear(news: News): void {
    const { mailbox, woken } = this.#environment;
    if (news.kind === 'more') return this.#stdio?.wantsMore(news.stream);
    const wake = woken.get(news.token);
    woken.delete(news.token);
    if (wake) mailbox?.source.add(wake, { kind: 'callback', of: 'message', name: 'notify' });
  }
}

/** The name of the first of its classes that is one of the language. */
function classOf(error: Error): string {
  for (let at: object | null = error; at; at = Reflect.getPrototypeOf(at)) {
    const constructor: unknown = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
    if (typeof constructor === 'function' && Object.hasOwn(errorClasses, constructor.name)) return constructor.name;
  }
  return 'Error';
}

function numberOf(data: unknown): number | undefined {
  return data instanceof ThreadPort ? data.number : undefined;
}
