// `course trace`: the trace of a program, as data that fits its schema or as numbered sentences.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { digest } from '../../src/course/digest.ts';
import { traceSchema } from '../../src/trace/events.ts';
import { noCpython } from '../cpython.ts';
import { copyOfCourse } from '../small-course.ts';
import { course } from './session.ts';

/** Of what `course explore --json` says. */
const exploredSchema = z.object({
  twins: z.array(
    z.object({
      causes: z.array(z.object({ outputs: z.array(z.object({ token: z.string(), stdout: z.array(z.string()) })) })),
    }),
  ),
});

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
  const id = 'claims/order-that-latency-breaks';

  /** The token and the lines of the last output that exploring gives. */
  async function found(): Promise<{ readonly token: string; readonly stdout: readonly string[] }> {
    const { out } = await course(['explore', id, '--ts', '--cause', 'latency', '--json'], claims);
    const { twins } = exploredSchema.parse(JSON.parse(out));
    const last = twins[0]?.causes[0]?.outputs.at(-1);
    if (!last) throw new Error('exploring gave no output');
    return last;
  }

  test('by its token prints what explore says that it prints, and tells where it leaves the usual way', async () => {
    const { token, stdout } = await found();
    const { events } = traceSchema.parse(
      JSON.parse((await course(['trace', id, '--schedule', token, '--json'], claims)).out),
    );
    expect(events.flatMap((event) => (event.kind === 'print' ? [event.text] : []))).toEqual(stdout);
    expect(events.some(({ kind }) => kind === 'decision')).toBe(true);
  });

  test('is in the next command too', async () => {
    const { token } = await found();
    const { out } = await course(['trace', id, '--schedule', token], claims);
    expect(out.split('\n').at(-2)).toBe(`next: npm run course -- step ${id} --schedule ${token}`);
  });

  test.skipIf(noCpython)('is traced in the language that its token is of', async () => {
    const { out } = await course(['explore', 'one/turns', '--py', '--cause', 'cpu', '--json']);
    const token = exploredSchema.parse(JSON.parse(out)).twins[0]?.causes[0]?.outputs[0]?.token ?? '';
    const traced = await course(['trace', 'one/turns', '--schedule', token, '--json']);
    expect(traceSchema.parse(JSON.parse(traced.out)).language).toBe('py');
  });

  test.each([
    [
      ['--schedule', 'latency-3'],
      '"latency-3" is no token of a schedule: it begins with an engine and a model\n  fix: copy it as it was printed; it looks like cpython-virtual.cpu.3f9a2c1b.e-2.u',
    ],
    [
      ['--schedule', 'traced.cpu.00000000.1'],
      'this token is of another program, or of this one before it was changed\n  fix: run it with the program, the engine and the model that it was printed for, or explore again for new tokens',
    ],
    [
      ['--seed', '3'],
      '--seed 3 without --real: only the pauses of a real run have a seed\n  fix: take a real run: --real --seed 3; a schedule has a token: --schedule TOKEN',
    ],
    [
      ['--real', '--seed', '-1'],
      '--seed -1 is no whole number from 0 to 4294967295\n  fix: give one, or leave it out: --seed 1',
    ],
  ])('is refused where it is none: %j', async (words, says) => {
    const { code, err } = await course(['trace', 'one/turns', ...words]);
    expect([code, err]).toEqual([2, `${says}\n`]);
  });
});

describe('a real run is traced', () => {
  test.skipIf(noCpython)('where it is asked for', async () => {
    const folder = copyOfCourse();
    const text = "# needs: threads\nimport threading\nthreading.Thread(target=print, args=['out']).start()\n";
    writeFileSync(join(folder, 'thread.py'), text);
    for (const words of [['--real'], ['--real', '--seed', '2'], []]) {
      const { out } = await course(['trace', 'thread.py', '--json', ...words], folder);
      const { engine, events } = traceSchema.parse(JSON.parse(out));
      expect(engine).toMatch(/^cpython 3/);
      expect(events.flatMap((event) => (event.kind === 'create' ? [event.strandKind] : []))).toContain('thread');
    }
  });

  test('where a TypeScript program asks for what the traced engine lacks', async () => {
    const folder = copyOfCourse();
    writeFileSync(join(folder, 'read.ts'), "import { existsSync } from 'node:fs';\nconsole.log(existsSync('.'));\n");
    const { out } = await course(['trace', 'read.ts', '--json'], folder);
    const { engine, events } = traceSchema.parse(JSON.parse(out));
    expect(engine).toMatch(/^node \d/);
    expect(events.flatMap((event) => (event.kind === 'print' ? [event.text] : []))).toEqual(['true']);
  });
});

describe('what has no trace', () => {
  test.skipIf(noCpython)('a Python program that ends its process, by its path', async () => {
    const folder = copyOfCourse();
    writeFileSync(join(folder, 'gone.py'), 'import os\nos._exit(3)\n');
    const { code, err } = await course(['trace', 'gone.py'], folder);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^gone\.py {2}it could not be run on virtual time: it ended its process by os\._exit\(3\)\n {2}fix: let it come to its end/,
    );
  });

  test('a schedule of what the traced engine lacks, by its line', async () => {
    const folder = copyOfCourse();
    const text = "import { locks } from 'node:worker_threads';\n";
    writeFileSync(join(folder, 'worker.ts'), text);
    const token = `traced.cpu.${digest(text).slice(0, 8)}.1`;
    expect(await course(['trace', 'worker.ts', '--schedule', token], folder)).toEqual({
      code: 1,
      out: '',
      err:
        'worker.ts:1  it cannot be run under schedules: "locks" of module node:worker_threads is not available in the traced engine\n' +
        '  fix: leave --schedule out, or take a real run under seeded pauses: --real\n',
    });
  });

  test('a file that is not there', async () => {
    expect((await course(['trace', 'nothing.ts'])).code).toBe(2);
  });
});
