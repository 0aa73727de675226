// A recording is evidence only if it belongs to the very program and contract beside it, and holds.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scope } from '../../src/check/check.ts';
import { makeRecording, readStoredRecording, serializeRecording } from '../../src/recorded/recordings.ts';
import { recordings } from '../../src/check/recorded/recordings.ts';
import { readCourse, requireSnippet } from '../../src/course/course.ts';
import { recordingSchema } from '../../src/trace/recording.ts';
import { copyOfCourse, goodCourse } from '../small-course.ts';

const file = 'snippets/one/recorded/turns.py.json';

async function faults(root: string): Promise<string[]> {
  const context = scope(readCourse(root));
  return context ? (await recordings.run(context)).map(({ message }) => message) : [];
}

function edit(root: string, path: string, from: string, to: string): void {
  writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8').replace(from, to));
}

test('a recording that is not there is named with the command that makes it', async () => {
  const root = copyOfCourse();
  rmSync(join(root, file));
  expect(await faults(root)).toEqual([
    `${file}  this recording is not there\n  fix: npm run course -- record one/turns`,
  ]);
});

test('a recording that breaks its contract is refused although it is fresh', async () => {
  const root = copyOfCourse();
  edit(root, file, '"text":"two"', '"text":"four"');
  expect(await faults(root)).toEqual([
    expect.stringContaining('the recorded output breaks the contract: output line 2'),
  ]);
});

test.each([
  ['half a file', (text: string) => text.slice(0, 200)],
  ['an empty file', () => ''],
  ['merge markers', (text: string) => `<<<<<<< ours\n${text}`],
  ['a field too many', (text: string) => text.replace('"version"', '"more": 1, "version"')],
])('%s is no recording', async (_, damage) => {
  const root = copyOfCourse();
  writeFileSync(join(root, file), damage(readFileSync(join(root, file), 'utf8')));
  expect(await faults(root)).toEqual([expect.stringContaining(`out of date: ${file} is not a recording`)]);
});

test('the recording of another program is refused', async () => {
  const root = copyOfCourse();
  edit(root, file, '"snippet": "one/turns"', '"snippet": "one/fails"');
  expect(await faults(root)).toEqual([expect.stringContaining(`${file} is the recording of one/fails.py`)]);
});

test('a recording goes stale when its contract changes', async () => {
  const root = copyOfCourse();
  edit(root, 'snippets/one/turns.order', 'three', 'three\n~ never: four');
  expect(await faults(root)).toHaveLength(2);
});

test('a recording of no snippet is an error', async () => {
  const root = copyOfCourse();
  writeFileSync(join(root, 'snippets/one/recorded/gone.ts.json'), '{}');
  const path = 'snippets/one/recorded/gone.ts.json';
  expect(await faults(root)).toEqual([
    `${path}  this recording belongs to no snippet\n  fix: delete it: git rm ${path}`,
  ]);
});

const snippet = requireSnippet(readCourse(goodCourse), 'one/turns');
const result = {
  lines: [{ at: 1.6, stream: 'stdout', text: 'one', strand: 0 }],
  strands: [{ id: 0, kind: 'main', name: 'main' }],
  exit: 0,
  signal: null,
  stopped: undefined,
  elapsed: 12.4,
} as const;
const engine = { name: 'cpython', version: '3.14.0', packages: {} } as const;

test('the times of a recording are whole milliseconds', () => {
  const recording = makeRecording({ snippet, language: 'py', engine, result });
  expect([recording.elapsed, recording.lines[0]?.at]).toEqual([12, 2]);
});

test('a serialized recording reads back as it was, and its first line carries the notice', () => {
  const recording = makeRecording({ snippet, language: 'py', engine, result });
  const text = serializeRecording(recording);
  expect(recordingSchema.parse(JSON.parse(text))).toEqual(recording);
  expect(text.split('\n')[0]).toContain('Do not edit');
});

test('a line of output is one line of the file', () => {
  const text = serializeRecording(makeRecording({ snippet, language: 'py', engine, result }));
  expect(text.split('\n')).toContain('    {"at":2,"stream":"stdout","text":"one","strand":0}');
});

test('the evidence of an untouched twin is fresh', () => {
  expect(readStoredRecording(snippet, 'py').state).toBe('fresh');
});
