// Stored traces: are they there, and were they made from this very program and contract?
import { digest } from '../course/digest.ts';
import { fixedId } from '../course/halves.ts';
import { failuresOf } from '../course/pairs.ts';
import type { Snippet } from '../course/snippets.ts';
import { traceFile } from '../course/trace-file.ts';
import { readJson } from '../json.ts';
import type { Language } from '../languages.ts';
import { tracersOf } from '../runtime/engines.ts';
import { outputKey } from '../runtime/process/output-key.ts';
import { failuresSchema } from '../trace/failure.ts';
import type { Failure } from '../trace/failure.ts';
import { storedTracesSchema, storedVersion } from '../trace/stored.ts';
import type { StoredTraces } from '../trace/stored.ts';
import { otherVersion } from './recordings.ts';
import { outputOf } from './outputs.ts';

export type TracesBesideProgram =
  | { readonly state: 'fresh'; readonly traces: StoredTraces }
  | { readonly state: 'missing' | 'stale'; readonly reason: string };

/** What is known about the stored traces of one twin, from their file alone. The file is read again at each call. */
export function readTraces(snippet: Snippet, language: Language): TracesBesideProgram {
  const { text, path } = traceFile(snippet, language);
  if (text === undefined) return { state: 'missing', reason: `${path} is not there` };
  const traces = readJson(storedTracesSchema, text);
  if (!traces) return { state: 'stale', reason: otherVersion(text, path, storedVersion) ?? `${path} holds no traces` };
  const reason = change(snippet, language, traces, path);
  return reason === undefined ? { state: 'fresh', traces } : { state: 'stale', reason };
}

function change(snippet: Snippet, language: Language, traces: StoredTraces, path: string): string | undefined {
  const [program, contract] = [snippet.programs[language], snippet.contracts[language]];
  if (traces.snippet !== snippet.id || traces.language !== language) {
    return `${path} holds the traces of ${traces.snippet}.${traces.language}`;
  }
  if (traces.program !== digest(program.text)) return `${program.path} has changed since`;
  if (traces.contract !== digest(contract.text)) return `${contract.path} has changed since`;
  if (!tracersOf(language).includes(traces.engine.name)) return `${traces.engine.name} does not run ${program.path}`;
  const failing = storedFailure(snippet, language);
  if (!failing || failingIndex(traces, failing) >= 0) return undefined;
  return 'it has no run of the failing schedule';
}

/**
 * Which run fails as the stored failing one does, -1 if none: that very schedule, of a real run one that printed the same.
 */
export function failingIndex({ runs }: Pick<StoredTraces, 'runs'>, failing: Failure): number {
  const { token } = failing;
  if (token !== undefined) return runs.findIndex((run) => run.token === token);
  return runs.findIndex((run) => outputKey(outputOf(run)) === outputKey(failing));
}

/** The failing schedule that is stored for a broken program; undefined for any other. */
export function storedFailure(snippet: Snippet, language: Language): Failure | undefined {
  if (snippet.id === fixedId(snippet.id)) return undefined;
  return readJson(failuresSchema, failuresOf(snippet).text ?? '')?.[language];
}
