// Shared variables after each event: what they hold, who has read what, and the write that is lost.
import { expect, test } from 'vitest';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { namesOf } from '../../../src/trace/narrate/names.ts';
import { sharedValueWords } from '../../../src/trace/narrate/values.ts';
import { sharedValues } from '../../../src/trace/replay/shared-values.ts';

const named = (strand: number, name: string): TraceEvent => {
  return { kind: 'create', at: 0, strand, strandKind: 'task', name, line: 1 };
};
const touch = (kind: 'read' | 'write', strand: number, value: string): TraceEvent => {
  return { kind, at: 0, strand, line: 2, name: 'till', value };
};
const lostUpdate = [
  named(1, 'ann'),
  named(2, 'bob'),
  touch('read', 1, '0'),
  touch('read', 2, '0'),
  touch('write', 2, '20'),
  touch('write', 1, '10'),
];
const inWords = (events: readonly TraceEvent[], step = events.length) => {
  return sharedValues(events, step).map((one) => [
    one.name,
    one.value,
    one.isChanged,
    sharedValueWords(one, namesOf(events)),
  ]);
};

test('a lost update can be seen by name and value', () => {
  expect(inWords(lostUpdate, 4)).toEqual([['till', '0', false, 'task ann has read 0, task bob has read 0']]);
  expect(inWords(lostUpdate, 5)).toEqual([['till', '20', true, 'task ann has read 0']]);
  expect(inWords(lostUpdate)).toEqual([['till', '10', true, 'the 20 that task bob wrote is lost']]);
});

test('who reads again before writing loses nothing', () => {
  const kept = [...lostUpdate.slice(0, 5), touch('read', 1, '20'), touch('write', 1, '30')];
  expect(inWords(kept)).toEqual([['till', '30', true, '']]);
});

test('who never read loses nothing: the write was meant so', () => {
  expect(inWords([...lostUpdate.slice(0, 2), touch('write', 2, '20'), touch('write', 1, '1')])).toEqual([
    ['till', '1', true, ''],
  ]);
});

test('a trace without reads and writes has no shared values', () => {
  expect(sharedValues(lostUpdate.slice(0, 2), 2)).toEqual([]);
});
