// A trace as it is stored: texts without this machine's folders, and no more events than a reader can step through.
import { digest } from '../course/digest.ts';
import { storedText } from '../course/printed.ts';
import type { Program, Snippet } from '../course/snippets.ts';
import type { Trace, TraceEvent } from '../trace/events.ts';
import { unitsPerMsOf } from '../runtime/engines.ts';
import type { Outcome } from '../runtime/outcome.ts';
import { departuresOf } from '../runtime/schedules/departures.ts';
import { recordingNotice } from '../trace/recording.ts';
import { stops } from '../trace/replay/replay.ts';
import { mostInDetail, storedTracesSchema, storedVersion } from '../trace/stored.ts';
import type { StoredRun, StoredTraces } from '../trace/stored.ts';
import type { Output } from './outputs.ts';

/** What a program printed, as a stored trace of it says. */
export function storedOutput<T extends Output>(program: Program, output: T): T {
  const stored = (lines: readonly string[]) => lines.map((line) => storedText(program, line));
  return { ...output, stdout: stored(output.stdout), stderr: stored(output.stderr) };
}

/** Where a run leaves the usual one; nothing of the usual run and of real ones. */
export function storedDepartures(program: Program, outcome: Outcome): Pick<StoredRun, 'departures'> {
  const departures = departuresOf(outcome, unitsPerMsOf(program));
  return departures.length === 0 ? {} : { departures };
}

type Ended = Pick<StoredRun, 'exit' | 'cut' | 'events'>;

/** The events of one run and its exit code. Lines and ordinary calls are left out where there are too many. */
export function storedEvents(program: Program, events: readonly TraceEvent[]): Ended {
  const exit = events.findLast((event) => event.kind === 'exit')?.code ?? 0;
  const short = events.length <= mostInDetail;
  const kept = short ? events : stops(events).flatMap((step) => events[step - 1] ?? []);
  const cut = events.length - kept.length;
  return { exit, ...(cut > 0 && { cut }), events: kept.map((event) => withStoredText(program, event)) };
}

function withStoredText(program: Program, event: TraceEvent): TraceEvent {
  if ('text' in event) return { ...event, text: storedText(program, event.text) };
  return 'message' in event && event.message !== undefined
    ? { ...event, message: storedText(program, event.message) }
    : event;
}

type Counts = Pick<StoredTraces, 'explored' | 'outputs'>;

/** All runs of one twin. `trace` is any of them: it says the engine. */
export function storedTraces(
  snippet: Snippet,
  { language, engine }: Trace,
  counts: Counts,
  runs: readonly StoredRun[],
): StoredTraces {
  const [name, version] = engine.split(' ');
  return storedTracesSchema.parse({
    notice: recordingNotice,
    version: storedVersion,
    snippet: snippet.id,
    language,
    engine: { name, version },
    program: digest(snippet.programs[language].text),
    contract: digest(snippet.contracts[language].text),
    ...counts,
    runs,
  });
}
