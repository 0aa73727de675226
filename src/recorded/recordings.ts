// A stored recording: is it there, was it made from this very program and contract, and does it hold?
import { z } from 'zod';
import { digest } from '../course/digest.ts';
import { storedText } from '../course/printed.ts';
import type { Snippet } from '../course/snippets.ts';
import { readJson } from '../json.ts';
import type { Language } from '../languages.ts';
import type { Engine, RunResult } from '../runtime/engine.ts';
import { recordingNotice, recordingSchema, recordingVersion } from '../trace/recording.ts';
import type { Recording } from '../trace/recording.ts';

export { contractOf, textOf } from './verdict.ts';

export type StoredRecording =
  | { readonly state: 'fresh'; readonly recording: Recording }
  /** Made from another text of the program or the contract, or not readable: then `reason` alone. */
  | { readonly state: 'stale'; readonly reason: string; readonly recording?: Recording }
  | { readonly state: 'missing' };

/** What is known about one twin's recording, from its text alone. */
export function readStoredRecording(snippet: Snippet, language: Language): StoredRecording {
  const { text, path } = snippet.recordings[language];
  if (text === undefined) return { state: 'missing' };
  const recording = readJson(recordingSchema, text);
  if (!recording)
    return { state: 'stale', reason: otherVersion(text, path, recordingVersion) ?? `${path} is not a recording` };
  const reason = change(snippet, language, recording);
  return reason === undefined ? { state: 'fresh', recording } : { state: 'stale', reason, recording };
}

/** Why a stored file of another version cannot be read: what it holds was written by another one of these tools. */
export function otherVersion(text: string, path: string, version: number): string | undefined {
  const stored = readJson(z.object({ version: z.number() }), text);
  if (!stored || stored.version === version) return undefined;
  return `${path} is of version ${stored.version}; version ${version} is read`;
}

function change(snippet: Snippet, language: Language, recording: Recording): string | undefined {
  const { programs, contracts, recordings } = snippet;
  if (recording.snippet !== snippet.id || recording.language !== language) {
    return `${recordings[language].path} is the recording of ${recording.snippet}.${recording.language}`;
  }
  if (recording.program !== digest(programs[language].text)) return `${programs[language].path} has changed since`;
  if (recording.contract !== digest(contracts[language].text)) return `${contracts[language].path} has changed since`;
  return undefined;
}

export interface RecordingParts {
  readonly snippet: Snippet;
  readonly language: Language;
  readonly engine: Pick<Engine, 'name' | 'version' | 'packages'>;
  readonly result: RunResult;
}

/** The recording of a run that came to its own end. Times become whole ms, so that a diff shows little that is not news. */
export function makeRecording({ snippet, language, engine, result }: RecordingParts): Recording {
  const program = snippet.programs[language];
  const packages = Object.entries(engine.packages).filter(([name]) => program.needs.some((need) => need === name));
  return {
    notice: recordingNotice,
    version: recordingVersion,
    snippet: snippet.id,
    language,
    engine: { name: engine.name, version: engine.version, packages: Object.fromEntries(packages) },
    program: digest(program.text),
    contract: digest(snippet.contracts[language].text),
    exit: result.exit ?? 1,
    elapsed: Math.round(result.elapsed),
    strands: [...result.strands],
    lines: result.lines.map((line) => ({ ...line, at: Math.round(line.at), text: storedText(program, line.text) })),
  };
}

/** The text of a recording's file: the notice in the first line, then one line for each strand and each printed line. */
export function serializeRecording(recording: Recording): string {
  const { notice, strands, lines, events, ...rest } = recording;
  const fields = [
    ...Object.entries(rest).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    list(
      'strands',
      strands.map(({ id, kind, name }) => ({ id, kind, name })),
    ),
    list(
      'lines',
      lines.map(({ at, stream, text, strand }) => ({ at, stream, text, strand })),
    ),
    ...(events === undefined ? [] : [list('events', events)]),
  ];
  return `{ "notice": ${JSON.stringify(notice)},\n${fields.join(',\n')}\n}\n`;
}

function list(key: string, items: readonly object[]): string {
  const rows = items.map((item) => `    ${JSON.stringify(item)}`);
  return rows.length === 0 ? `  "${key}": []` : `  "${key}": [\n${rows.join(',\n')}\n  ]`;
}
