// What runs in a real thread of the pool: thread after thread of programs, each in a realm in which no other has left anything.
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { CourseError, partsOf } from '../../error.ts';
import type { TraceEvent, Tracer } from '../../trace/events.ts';
import { compileText } from '../traced/host.ts';
import { runInRealm } from '../realm/realm.ts';
import type { Program } from '../traced/program.ts';
import type { ThreadAnswer } from '../traced/threads/requests.ts';
import type { ThreadHooks } from '../traced/threads/hooks.ts';
import { Exchange } from './exchange.ts';
import type { Ended, FromThread, ProgramText, Emitted, ToThread } from './messages.ts';
import type { NumberedBuffer, Started } from './pool.ts';
import { SharedState } from './shared-state.ts';

type Begin = Extract<ToThread, { begin: unknown }>['begin'];

const { memory, shared, buffers } = workerData as Started;
const exchange = new Exchange(memory, 'thread');
const state = new SharedState(shared);

/** The program that was compiled last: the threads of a run are of one, and so are the runs of an exploration. */
let last: { readonly source: ProgramText; readonly program: Program } | undefined;

function programOf(source: ProgramText): Program {
  if (last?.source.text !== source.text || last.source.file !== source.file || last.source.shown !== source.shown) {
    last = { source, program: compileText(source.text, source.file, source.shown) };
  }
  return last.program;
}

/** What the thread has printed and emitted since it last spoke. */
const emitted: Emitted[] = [];

/** Shared memory of the run, by its number. */
const known = new Map<number, SharedArrayBuffer>();

const hooks: ThreadHooks = {
  ask: (request) => JSON.stringify(speak(`"request":${request}`)),
  now: () => state.ms,
  next: (counter) => state.next(counter),
  share: (buffer) => {
    const id = state.next('buffer');
    known.set(id, buffer);
    buffers.postMessage({ id, buffer } satisfies NumberedBuffer);
    return id;
  },
  shared: (id) => {
    receive();
    const buffer = known.get(id);
    if (!buffer) throw new RangeError(`no shared memory ${id}`);
    return structuredClone(buffer);
  },
};

function receive(): void {
  for (let found; (found = receiveMessageOnPort(buffers));) {
    const { id, buffer } = found.message as NumberedBuffer;
    known.set(id, buffer);
  }
}

/** Says something, and waits for the turn. */
function speak(text: string): ThreadAnswer {
  exchange.say(`{"emitted":${JSON.stringify(emitted.splice(0))},${text}}`);
  const heard = hear();
  if (!('answer' in heard)) throw new TypeError('a thread was begun that is running');
  return heard.answer;
}

function hear(): ToThread {
  return JSON.parse(exchange.hear() ?? '') as ToThread;
}

function ended({ program, own, limits, heard }: Begin): Ended {
  const keep = (event: TraceEvent) => void emitted.push({ event });
  const tracer: Tracer | undefined = heard && Object.fromEntries(heard.map((kind) => [kind, keep]));
  try {
    const run = runInRealm(programOf(program), {
      limits,
      onLine: (line) => emitted.push({ line }),
      tracer,
      threaded: { own, hooks },
    });
    return { code: run.exit, ...(run.stopped && { stopped: run.stopped.text }) };
  } catch (error) {
    if (error instanceof CourseError) return { refused: partsOf(error) };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Runs for ever: the process ends it, or whoever started it. */
function serve(): never {
  for (;;) {
    const heard = hear();
    if (!('begin' in heard)) throw new TypeError('a thread was answered that has not begun');
    known.clear();
    receive();
    const ending = ended(heard.begin);
    exchange.say(JSON.stringify({ emitted: emitted.splice(0), ended: ending } satisfies FromThread));
  }
}

// not while the module is evaluated: V8 fails where it ends a thread there
setImmediate(serve);
