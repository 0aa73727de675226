// What the page and the Worker say to each other, and the parse of it at either edge. Errors travel as data.
import type { ErrorParts } from '../../error.ts';
import type { TraceEvent } from '../../trace/events.ts';
import type { Limits, Stopped } from '../traced/engine/loop/halt.ts';
import type { OutputLine } from '../traced/engine/output-line.ts';

/** How much of a run is told: `brief` without lines and ordinary calls. */
const traceDetails = ['brief', 'detail'] as const;
export type TraceDetail = (typeof traceDetails)[number];

/** To the Worker, once: run this. */
export interface RunMessage {
  readonly text: string;
  /** As messages name the program. */
  readonly file: string;
  /** The address under which stack traces name it; `file://` and `file` if absent. */
  readonly url?: string;
  /** Of the schedule under which it is run, whose digest is that of the text; the usual run on the plain clock if absent. */
  readonly token?: string;
  readonly limits?: Partial<Limits>;
  /** ms on the machine's clock. */
  readonly timeLimit: number;
  readonly trace?: TraceDetail;
}

/** From the Worker: `ready` when it can run something, lines and events in order, one of the last three at the end. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'line'; readonly line: OutputLine }
  | { readonly kind: 'events'; readonly events: readonly TraceEvent[] }
  | { readonly kind: 'end'; readonly exit: number; readonly elapsed: number; readonly stopped?: Stopped }
  | { readonly kind: 'refused'; readonly error: ErrorParts }
  | { readonly kind: 'fault'; readonly message: string };

const limitNames = ['steps', 'events', 'lines', 'output'] as const satisfies readonly (keyof Limits)[];

/** Throws a TypeError for what is no RunMessage: whoever wires the Worker hears of it as a fault. */
export function parseRun(data: unknown): RunMessage {
  const message = record(data);
  const { text, file, url, token, timeLimit, trace } = message;
  if (typeof text !== 'string' || typeof file !== 'string') throw new TypeError('a run needs a text and a file');
  if (typeof timeLimit !== 'number' || !(timeLimit > 0)) throw new TypeError('timeLimit is a number of ms above 0');
  if (url !== undefined && typeof url !== 'string') throw new TypeError('url is a string');
  if (token !== undefined && typeof token !== 'string') throw new TypeError('token is a string');
  const detail = traceDetails.find((known) => known === trace);
  if (trace !== undefined && !detail) throw new TypeError(`trace is one of ${traceDetails.join(', ')}`);
  return {
    text,
    file,
    timeLimit,
    ...(url !== undefined && { url }),
    ...(detail && { trace: detail }),
    ...(token !== undefined && { token }),
    ...(message['limits'] !== undefined && { limits: parseLimits(record(message['limits'])) }),
  };
}

function parseLimits(limits: Readonly<Record<string, unknown>>): Partial<Limits> {
  const given = limitNames.filter((name) => limits[name] !== undefined);
  if (given.some((name) => typeof limits[name] !== 'number')) throw new TypeError('a limit is a number');
  return Object.fromEntries(given.map((name) => [name, limits[name]]));
}

/** What a Worker of ours posted. Throws a TypeError for anything else. */
export function parseAnswer(data: unknown): Answer {
  const { kind } = record(data);
  const kinds = ['ready', 'line', 'events', 'end', 'refused', 'fault'] as const satisfies readonly Answer['kind'][];
  if (!kinds.some((known) => known === kind)) throw new TypeError('the Worker said something unknown');
  // both ends are built together: the kind tells the shape
  return data as Answer;
}

function record(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== 'object' || data === null) throw new TypeError('a message is an object');
  return data as Readonly<Record<string, unknown>>;
}
