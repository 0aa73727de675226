// Stored traces: one event is one line of the file, and what is written reads back as it was.
import { expect, test } from 'vitest';
import { recordingNotice } from '../../src/trace/recording.ts';
import { serializeTraces, servedPath, servedTrace, storedTracesSchema } from '../../src/trace/stored.ts';
import type { StoredRun, StoredTraces } from '../../src/trace/stored.ts';

const run: StoredRun = {
  cause: 'latency',
  token: 'traced.latency.3f9a2c1b.1',
  departures: [{ cause: 'latency', at: { line: 3 }, taken: { id: 'b' }, usual: { id: 'a', line: 2 } }],
  schedules: 12,
  exit: 0,
  cut: 3,
  events: [
    { strand: 0, at: 0, kind: 'resume', line: 1 },
    { kind: 'exit', at: 10, code: 0 },
  ],
};
const traces: StoredTraces = {
  notice: recordingNotice,
  version: 3,
  snippet: 'one/turns',
  language: 'ts',
  engine: { name: 'traced', version: '1' },
  program: 'aa',
  contract: 'bb',
  outputs: 2,
  explored: [
    {
      cause: 'latency',
      outputs: 2,
      coverage: { kind: 'complete', schedules: 14, causes: ['latency'], bound: { threads: 2 }, pinned: false },
      margin: 30,
    },
    { cause: 'cpu', outputs: 1, coverage: { kind: 'sampled', stopped: 'schedules', schedules: 1500 } },
  ],
  runs: [run, { cause: 'threads', seed: 9, schedules: 1, exit: 0, events: [] }],
};
const text = serializeTraces(traces);

test('what is written reads back as it was', () => {
  expect(storedTracesSchema.parse(JSON.parse(text))).toEqual(traces);
});

test('the first line carries the notice', () => {
  expect(text.split('\n')[0]).toContain('Do not edit');
});

test('an event is one line, its fields in the order of the schema', () => {
  expect(text.split('\n')).toContain('    {"kind":"resume","at":0,"strand":0,"line":1},');
});

test('a program without schedules is written too', () => {
  const timed = { ...traces, outputs: 0, explored: [] };
  expect(storedTracesSchema.parse(JSON.parse(serializeTraces(timed)))).toEqual(timed);
});

test('what is served of a run says its engine and its schedule', () => {
  const { cause, token, events } = run;
  expect(servedTrace(traces, run)).toEqual({ engine: 'traced 1', cause, token, events });
  expect(servedPath('one/turns', 'ts', 2)).toBe('traces/one/turns.ts.2.json');
});
