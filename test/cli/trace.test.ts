// `course trace`: the trace of a program, as data that fits its schema or as numbered sentences.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { traceSchema } from '../../src/trace/events.ts';
import { noCpython } from '../cpython.ts';
import { copyOfCourse } from '../small-course.ts';
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

test.skipIf(noCpython)('the next command keeps the language', async () => {
  const { out } = await course(['trace', 'one/turns', '--py']);
  expect(out.split('\n').at(-2)).toBe('next: npm run course -- step one/turns --py');
});

test('a program without end has a trace of its beginning', async () => {
  const { code, out } = await course(['trace', 'flood.ts']);
  expect(out).toMatch(/the run is ended: stopped after [\d ]+ /);
  expect(code).toBe(0);
});

test.skipIf(noCpython)('the Python twin has a trace of the same shape', async () => {
  const { code, out } = await course(['trace', 'one/turns', '--py', '--json']);
  const { language, engine, events } = traceSchema.parse(JSON.parse(out));
  expect({ code, language }).toEqual({ code: 0, language: 'py' });
  expect(engine).toMatch(/^cpython 3/);
  const printed = events.flatMap((event) => (event.kind === 'print' ? [event.text] : []));
  expect(printed).toEqual(['one', 'two', 'three']);
});

describe('what has no trace', () => {
  test('what the traced engine lacks, by its line', async () => {
    const folder = copyOfCourse();
    writeFileSync(join(folder, 'worker.ts'), "import { Worker } from 'node:worker_threads';\n");
    expect(await course(['trace', 'worker.ts'], folder)).toEqual({
      code: 1,
      out: '',
      err:
        'worker.ts:1  "Worker" of module node:worker_threads is not available in the traced engine\n' +
        '  fix: leave that out, or run it without a trace: npm run course -- run worker.ts\n',
    });
  });

  test('a file that is not there', async () => {
    expect((await course(['trace', 'nothing.ts'])).code).toBe(2);
  });
});
