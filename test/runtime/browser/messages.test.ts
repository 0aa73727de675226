// What crosses the edge between the page and its Worker is parsed; what is no message is a fault with its reason.
import { expect, test } from 'vitest';
import { CourseError, partsOf } from '../../../src/error.ts';
import { parseAnswer, parseRun } from '../../../src/runtime/browser/messages.ts';

const least = { text: '1', file: 'p.ts', timeLimit: 5 };

test('a run keeps what was asked for and nothing else', () => {
  const full = {
    ...least,
    url: 'file:///p.ts',
    token: 'traced.cpu.01234567.e-2',
    trace: 'brief',
    limits: { steps: 9 },
  };
  expect(parseRun({ ...full, more: 1 })).toEqual(full);
  expect(parseRun(least)).toEqual(least);
});

test.each([
  [undefined, 'a message is an object'],
  [{ file: 'p.ts', timeLimit: 5 }, 'a run needs a text and a file'],
  [{ ...least, timeLimit: 0 }, 'timeLimit is a number of ms above 0'],
  [{ ...least, url: 1 }, 'url is a string'],
  [{ ...least, trace: 'all' }, 'trace is one of brief, detail'],
  [{ ...least, token: 1 }, 'token is a string'],
  [{ ...least, limits: { lines: 'few' } }, 'a limit is a number'],
])('%j is refused', (data, message) => {
  expect(() => parseRun(data)).toThrow(message);
});

test('an answer of an unknown kind is refused', () => {
  expect(parseAnswer({ kind: 'ready' })).toEqual({ kind: 'ready' });
  expect(() => parseAnswer({ kind: 'hello' })).toThrow('the Worker said something unknown');
});

test('an error comes out of a message as it went in', () => {
  const error = new CourseError({ what: 'no', where: { file: 'p.ts', line: 2 }, fix: 'yes', kind: 'missing' });
  expect(new CourseError(partsOf(error)).toJSON()).toEqual(error.toJSON());
});
