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

describe('a schedule', () => {
  const claims = join(import.meta.dirname, '..', 'fixtures', 'courses', 'false-claims');
  const traced = (words: string, folder?: string) => course(['trace', ...words.split(' ')], folder);

  test('by cause and seed prints what explore says that it prints', async () => {
    const words = 'claims/order-that-latency-breaks --ts --cause latency --seed 3';
    const explored = JSON.parse((await course(`explore ${words} --seeds 1 --json`.split(' '), claims)).out) as unknown;
    const { events } = traceSchema.parse(JSON.parse((await traced(`${words} --json`, claims)).out));
    const printed = events.flatMap((event) => (event.kind === 'print' ? [event.text] : []));
    expect(explored).toMatchObject({ twins: [{ causes: [{ outputs: [{ stdout: printed }] }] }] });
  });

  test('without a seed is the first one', async () => {
    const [first, named] = [
      await traced('fine.ts --cause cpu --json'),
      await traced('fine.ts --cause cpu --seed 1 --json'),
    ];
    expect(first.out).toBe(named.out);
  });

  test('is in the next command too', async () => {
    const { out } = await traced('fine.ts --cause cpu --seed 4');
    expect(out.split('\n').at(-2)).toBe('next: npm run course -- step fine.ts --cause cpu --seed 4');
  });

  test.skipIf(noCpython)('that Python alone can show is traced in Python', async () => {
    const { out } = await traced('one/turns --cause ties --json');
    expect(traceSchema.parse(JSON.parse(out)).language).toBe('py');
  });

  test.each([
    [
      'one/turns --cause latencie',
      'unknown cause "latencie"\n  fix: did you mean "latency"? There are: none, cpu, latency, ties, threads',
    ],
    [
      'one/turns --cause ties --ts',
      'TypeScript has no schedules of ties: Node orders equal deadlines, asyncio alone leaves them open\n  fix: explore another cause: --cause cpu, --cause latency',
    ],
    [
      'one/turns --cause cpu --seed -1',
      '--seed -1 is no whole number from 0 to 4294967295\n  fix: give one, or leave it out: --seed 1',
    ],
    [
      'one/turns --seed 3',
      '--seed 3 without a cause: the plain run has no seed\n  fix: name the cause: --cause cpu --seed 3',
    ],
  ])('is refused where it is none: %s', async (words, says) => {
    const { code, err } = await traced(words);
    expect([code, err]).toEqual([2, `${says}\n`]);
  });
});

describe('what no virtual clock rules is traced in a real run', () => {
  test.skipIf(noCpython)('a Python program with threads', async () => {
    const folder = copyOfCourse();
    const text = "# needs: threads\nimport threading\nthreading.Thread(target=print, args=['out']).start()\n";
    writeFileSync(join(folder, 'thread.py'), text);
    for (const words of [[], ['--cause', 'threads', '--seed', '2']]) {
      const { out } = await course(['trace', 'thread.py', '--json', ...words], folder);
      const { engine, events } = traceSchema.parse(JSON.parse(out));
      expect(engine).toMatch(/^cpython 3/);
      expect(events.flatMap((event) => (event.kind === 'create' ? [event.strandKind] : []))).toEqual(['thread']);
    }
  });

  test('a TypeScript program with what the traced engine lacks', async () => {
    const folder = copyOfCourse();
    writeFileSync(join(folder, 'read.ts'), "import { existsSync } from 'node:fs';\nconsole.log(existsSync('.'));\n");
    const { out } = await course(['trace', 'read.ts', '--json'], folder);
    const { engine, events } = traceSchema.parse(JSON.parse(out));
    expect(engine).toMatch(/^node \d/);
    expect(events.flatMap((event) => (event.kind === 'print' ? [event.text] : []))).toEqual(['true']);
  });
});

describe('what has no trace', () => {
  test.skipIf(noCpython)('what starts threads has a real run instead, and one line says why', async () => {
    const folder = copyOfCourse();
    writeFileSync(join(folder, 'own.py'), 'import threading\nthreading.Thread(target=print).start()\n');
    const { code, out, err } = await course(['trace', 'own.py'], folder);
    expect(code).toBe(0);
    expect(out).toContain('thread');
    expect(err).toBe(
      "a real run, on the machine's clock: own.py:2  threading.Thread.start: on the virtual clock there are no threads\n",
    );
  });

  test.skipIf(noCpython)('a Python program that ends its process, by its path', async () => {
    const folder = copyOfCourse();
    writeFileSync(join(folder, 'gone.py'), 'import os\nos._exit(3)\n');
    const { code, err } = await course(['trace', 'gone.py'], folder);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^gone\.py {2}gone\.py could not be traced: it ended its process by os\._exit\(3\)\n {2}fix: let the program neither end its process/,
    );
  });

  test('a schedule of what the traced engine lacks, by its line', async () => {
    const folder = copyOfCourse();
    writeFileSync(join(folder, 'worker.ts'), "import { Worker } from 'node:worker_threads';\n");
    expect(await course(['trace', 'worker.ts', '--cause', 'cpu'], folder)).toEqual({
      code: 1,
      out: '',
      err:
        'worker.ts:1  no schedule of cpu: "Worker" of module node:worker_threads is not available in the traced engine\n' +
        '  fix: leave --cause out, or take a real run under seeded pauses: --cause threads\n',
    });
  });

  test('a file that is not there', async () => {
    expect((await course(['trace', 'nothing.ts'])).code).toBe(2);
  });
});
