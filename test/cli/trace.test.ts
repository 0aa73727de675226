// `course trace`: the trace of a program, as data that fits its schema or as numbered sentences.
import { describe, expect, test } from 'vitest';
import { traceSchema } from '../../src/trace/events.ts';
import { course } from './session.ts';

test('as JSON it is a trace, without lines and ordinary calls', async () => {
  const { code, out } = await course(['trace', 'one/turns', '--ts', '--json']);
  const { language, engine, events } = traceSchema.parse(JSON.parse(out));
  expect({ code, language, engine }).toEqual({ code: 0, language: 'ts', engine: 'traced 1' });
  expect(events.filter(({ kind }) => ['line', 'call', 'leave'].includes(kind))).toEqual([]);
});

test('in detail it has every line', async () => {
  const { out } = await course(['trace', 'fine.ts', '--json', '--detail']);
  expect(traceSchema.parse(JSON.parse(out)).events.some(({ kind }) => kind === 'line')).toBe(true);
});

test('the reader’s own program is told in sentences', async () => {
  const { code, out } = await course(['trace', 'fine.ts']);
  expect(out).toContain(' prints "out" at line ');
  expect(out.split('\n').at(-2)).toBe('next: npm run course -- step fine.ts');
  expect(code).toBe(0);
});

test('a program without end has a trace of its beginning', async () => {
  const { code, out } = await course(['trace', 'flood.ts']);
  expect(out).toMatch(/the run is ended: stopped after [\d ]+ /);
  expect(code).toBe(0);
});

describe('what has no trace', () => {
  test('the Python twin', async () => {
    expect(await course(['trace', 'one/turns', '--py'])).toEqual({
      code: 1,
      out: '',
      err:
        'snippets/one/turns.py is Python, and only TypeScript can be traced so far: traces of Python come later\n' +
        '  fix: trace the TypeScript twin: npm run course -- trace one/turns --ts\n',
    });
  });

  test('a file that is not there', async () => {
    expect((await course(['trace', 'nothing.ts'])).code).toBe(2);
  });
});
