// The real threads in which the threads of programs run: Node's Workers, which wait for one another. They are kept for the next run, and
// do not keep the process alive.
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { Exchange, newExchange } from './exchange.ts';
import type { FromThread, ToThread } from './messages.ts';

/** What a real thread is started with. */
export interface Started {
  readonly memory: SharedArrayBuffer;
  /** The time in ms since the start, and the counters: what all threads of a run share. */
  readonly shared: SharedArrayBuffer;
  readonly buffers: MessagePort;
}

/** Shared memory of a program, by its number in the run. */
export interface NumberedBuffer {
  readonly id: number;
  readonly buffer: SharedArrayBuffer;
}

/** ms of the machine's clock after which a thread that has the turn and says nothing counts as stuck. */
const silence = 60_000;

export class RealThread {
  readonly #exchange: Exchange;
  readonly #buffers: MessagePort;
  readonly #worker: Worker;

  constructor(shared: SharedArrayBuffer) {
    const memory = newExchange();
    const { port1, port2 } = new MessageChannel();
    const workerData: Started = { memory, shared, buffers: port2 };
    const worker = new Worker(new URL('thread-main.ts', import.meta.url), { workerData, transferList: [port2] });
    worker.unref();
    port1.unref();
    this.#worker = worker;
    this.#exchange = new Exchange(memory, 'host');
    this.#buffers = port1;
  }

  /** The thread has the turn, until it says something. Undefined where it says nothing. */
  say(message: ToThread): FromThread | undefined {
    this.#exchange.say(JSON.stringify(message));
    const answer = this.#exchange.hear(silence);
    return answer === undefined ? undefined : (JSON.parse(answer) as FromThread);
  }

  /** Ends it, whatever it does. */
  stop(): void {
    void this.#worker.terminate();
  }

  give(buffer: NumberedBuffer): void {
    this.#buffers.postMessage(buffer);
  }

  /** What the thread has given since this was last asked. */
  given(): NumberedBuffer[] {
    const all: NumberedBuffer[] = [];
    for (let found; (found = receiveMessageOnPort(this.#buffers));) {
      all.push(found.message as NumberedBuffer);
    }
    return all;
  }
}
