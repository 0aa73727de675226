// What each request of a thread does: to ports, to those that wait at a cell of shared memory, and to who goes on next.
import type { Way } from '../../explore/decision.ts';
import type { Given, Started, ThreadAnswer, ThreadRequest } from '../traced/threads/requests.ts';
import { clock, everything } from './happened.ts';
import { Ports } from './ports.ts';
import type { Scheduler } from './scheduler.ts';
import type { Thread } from './thread.ts';
import type { Waiter, Waiters } from './waiters.ts';

/** A thread that has been asked for, and begins with its first turn. */
export interface Asked {
  readonly thread: Thread;
  readonly given: Given;
  /** Its sides of the ports. */
  readonly port: number;
}

interface ServiceOptions {
  readonly scheduler: Scheduler;
  readonly waiters: Waiters;
  readonly nextStrand: () => number;
  readonly onStart: (asked: Asked, parent: Thread, line: number) => void;
}

type Request<K extends ThreadRequest['do']> = Extract<ThreadRequest, { do: K }>;
type PortRequest = Request<'channel' | 'post' | 'listen' | 'take' | 'own' | 'close' | 'arrival' | 'idle'>;

export class Service {
  readonly main: Thread;
  readonly #options: ServiceOptions;
  readonly #scheduler: Scheduler;
  readonly #ports = new Ports();
  readonly #waiters: Waiters;
  readonly #asynchronous = new Map<string, { readonly cell: string; readonly waiter: Waiter }>();

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#scheduler = options.scheduler;
    this.#waiters = options.waiters;
    const [inbox] = this.#ports.channel(0);
    this.main = this.#scheduler.begin({ name: 'main', strand: 0, control: inbox, inbox });
  }

  /** Takes what the thread asks for that has the turn; the scheduler knows then who has it, and what that one is told. */
  take(request: ThreadRequest): void {
    const thread = this.#scheduler.turn;
    if (this.#scheduler.isOver) return;
    if (request.isLoose) this.#scheduler.touch(thread, { writes: [everything] });
    if (request.sawClock) this.#scheduler.touch(thread, { reads: [clock] });
    thread.answer = () => ({});
    const answer = this.#serve(thread, request);
    if (answer) thread.answer = () => answer;
  }

  /** The thread that has the turn begins. */
  begin(): void {
    const thread = this.#scheduler.turn;
    thread.hasBegun = true;
    if (thread.isWatched) this.#put(thread, thread.control, { kind: 'online' });
  }

  /** The thread has ended; who made it hears of it. */
  end(thread: Thread, code: number): void {
    if (!this.#scheduler.isOver) this.#put(thread, thread.control, { kind: 'exit', code });
    this.#scheduler.end(thread);
  }

  /** An answer, where the thread has it at once and keeps the turn. */
  #serve(thread: Thread, request: ThreadRequest): ThreadAnswer | undefined {
    const scheduler = this.#scheduler;
    switch (request.do) {
      case 'offer':
        return scheduler.offer(thread, request, () => (scheduler.touch(thread, request), {}));
      case 'spin':
        return scheduler.spin(thread, request);
      case 'touch':
        scheduler.touch(thread, request);
        return {};
      case 'wait':
        return this.#wait(thread, request);
      case 'notify':
        return scheduler.offer(thread, request, () => this.#notify(thread, request));
      case 'wait async':
        return this.#waitAsync(thread, request);
      case 'forget wait':
        return this.#forgetWait(thread, request);
      case 'start':
        return { started: this.#start(thread, request) };
      case 'watch':
        return this.#watch(scheduler.threads[request.thread]);
      case 'terminate':
        return scheduler.offer(thread, request, () => {
          const target = scheduler.threads[request.thread];
          if (target) scheduler.terminate(target);
          return {};
        });
      case 'pass':
        scheduler.pass(thread, request.to);
        return {};
      default:
        return this.#servePort(thread, request);
    }
  }

  #servePort(thread: Thread, request: PortRequest): ThreadAnswer | undefined {
    const scheduler = this.#scheduler;
    const ports = this.#ports;
    switch (request.do) {
      case 'channel':
        return { ports: ports.channel(thread.id) };
      case 'post':
        return scheduler.offer(thread, request, () => {
          const receiver = ports.send(request.port, request.text);
          if (receiver !== undefined) scheduler.touch(thread, { writes: [nameOf(receiver)] });
          return {};
        });
      case 'listen':
        ports.listen(request.port, request.on);
        scheduler.touch(thread, { writes: [nameOf(request.port)] });
        return {};
      case 'own':
        ports.own(request.port, thread.id);
        scheduler.touch(thread, { writes: [nameOf(request.port)] });
        return {};
      case 'close':
        scheduler.touch(thread, { writes: ports.close(request.port).map(nameOf) });
        return {};
      case 'take':
        return this.#taken(thread, request.port);
      case 'arrival':
        if (!request.offers) return this.#arrival(thread, request.except);
        return scheduler.offer(thread, { what: 'poll', line: 0 }, () => this.#arrival(thread, request.except));
      case 'idle':
        return this.#idle(thread, request);
    }
  }

  #arrival(thread: Thread, except: readonly number[]): ThreadAnswer {
    this.#scheduler.touch(thread, { reads: this.#ports.listened(thread.id).map(nameOf) });
    const arrivals = this.#ports.arrivals(thread.id).filter((port) => !except.includes(port));
    const port =
      arrivals[
        this.#scheduler.firstOf(
          thread,
          arrivals.map((each) => this.#wayOf(each)),
        )
      ];
    if (this.#scheduler.isOver) return { over: true };
    return port === undefined ? {} : this.#taken(thread, port);
  }

  #wayOf(port: number): Way {
    const { threads } = this.#scheduler;
    const sender = threads[this.#ports.senderOf(port)]?.name ?? '';
    const isOfEngine = threads.some(({ control, inbox }) => control === port || inbox === port);
    return { id: nameOf(port), strand: `${isOfEngine ? 'the news' : 'a message'} of ${sender}` };
  }

  #taken(thread: Thread, port: number): ThreadAnswer {
    this.#scheduler.touch(thread, { writes: [nameOf(port)] });
    const text = this.#ports.take(port);
    return text === undefined ? {} : { message: { port, text } };
  }

  #idle(thread: Thread, { due = Infinity, line }: Request<'idle'>): undefined {
    const isOver = () => this.#ports.arrivals(thread.id).length > 0;
    const then = () => {
      this.#scheduler.touch(thread, { reads: due < Infinity ? [clock] : [] });
      return {};
    };
    return this.#scheduler.block(thread, { kind: 'event loop', isOver, due }, { what: 'event loop', line }, then);
  }

  #watch(thread: Thread | undefined): ThreadAnswer {
    if (thread?.hasBegun) this.#put(this.#scheduler.turn, thread.control, { kind: 'online' });
    else if (thread) thread.isWatched = true;
    return {};
  }

  #wait(thread: Thread, { cell, ms = Infinity, what, line }: Request<'wait'>): undefined {
    const waiter: Waiter = { thread: thread.id, isWoken: false };
    this.#waiters.add(cell, waiter);
    const list = waitersOf(cell);
    this.#scheduler.touch(thread, { reads: ms < Infinity ? [list, clock] : [list] });
    const waits = { kind: 'Atomics.wait', isOver: () => waiter.isWoken, due: this.#scheduler.now.ms + ms } as const;
    return this.#scheduler.block(thread, waits, { what, line }, () => {
      this.#waiters.remove(cell, waiter);
      this.#scheduler.touch(thread, { reads: [list] });
      return { how: waiter.isWoken ? 'ok' : 'timed-out' };
    });
  }

  #notify(thread: Thread, { cell, count = Infinity }: Request<'notify'>): ThreadAnswer {
    this.#scheduler.touch(thread, { writes: [waitersOf(cell)] });
    return { woken: this.#waiters.notify(cell, count) };
  }

  #waitAsync(thread: Thread, { cell, token }: Request<'wait async'>): ThreadAnswer {
    const waiter: Waiter = {
      thread: thread.id,
      isWoken: false,
      wake: () => this.#put(this.#scheduler.turn, thread.inbox, { kind: 'woken', token }),
    };
    this.#asynchronous.set(`${thread.id} ${token}`, { cell, waiter });
    this.#waiters.add(cell, waiter);
    this.#scheduler.touch(thread, { writes: [waitersOf(cell)] });
    return {};
  }

  #forgetWait(thread: Thread, { token }: Request<'forget wait'>): ThreadAnswer {
    const known = this.#asynchronous.get(`${thread.id} ${token}`);
    if (!known) return {};
    this.#waiters.remove(known.cell, known.waiter);
    this.#scheduler.touch(thread, { writes: [waitersOf(known.cell)] });
    return {};
  }

  #start(parent: Thread, { given, line }: Request<'start'>): Started {
    const strand = this.#options.nextStrand();
    const id = this.#scheduler.threads.length;
    const [control, inbox] = this.#ports.channel(parent.id, id);
    const [port, ownPort] = this.#ports.channel(parent.id, id);
    const thread = this.#scheduler.begin({ name: `worker ${id}`, strand, control, inbox });
    this.#options.onStart({ thread, given, port: ownPort }, parent, line);
    return { thread: id, strand, port, control };
  }

  /** A message of the engine, to whoever owns the port. */
  #put(thread: Thread, port: number, message: object): void {
    this.#ports.put(port, JSON.stringify(message));
    this.#scheduler.touch(thread, { writes: [nameOf(port)] });
  }
}

/** What waits at a port, as a name of what is touched. */
function nameOf(port: number): string {
  return `port ${port}`;
}

/** Who waits at a cell. Only a notify writes it: in which order threads have come to wait is part of the state itself. */
function waitersOf(cell: string): string {
  return `waiters of ${cell}`;
}
