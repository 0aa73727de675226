// `course run`: a snippet beside its contract, a program of the reader's own, and every way in which a run ends badly.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SharedInput } from '../../src/cli/shell/input.ts';
import { noCpython } from '../cpython.ts';
import { copyOfCourse, courseWithExercise } from '../small-course.ts';
import { course } from './session.ts';

test('a snippet that holds is shown beside its contract', async () => {
  const { code, out, err } = await course(['run', 'one/turns', '--ts']);
  const table = ['     printed   contract', '  1  one       1 one', '  2  two       2 two', '  3  three     3 three'];
  expect(out.replace(/ +1 one/, '       1 one')).toContain('TypeScript  snippets/one/turns.ts on Node ');
  expect(out).toContain('\n  one\n  two\n  three\n');
  expect(out.replaceAll(/ {2,}/g, ' ')).toContain(table.join('\n').replaceAll(/ {2,}/g, ' '));
  expect(out).toMatch(/\nholds: snippets\/one\/turns\.order, after \d+ ms\n\nnext: npm run course -- list\n$/);
  expect([code, err]).toEqual([0, '']);
});

test('a program that is meant to fail holds', async () => {
  const { code, out } = await course(['run', 'one/fails', '--ts', '--json']);
  expect(JSON.parse(out)).toMatchObject({ target: 'one/fails', runs: [{ language: 'ts', holds: true, exit: 3 }] });
  expect(code).toBe(0);
});

test('--engine chooses the twin of its language', async () => {
  const { out } = await course(['run', 'one/turns', '--engine', 'node', '--json']);
  expect(JSON.parse(out)).toMatchObject({ runs: [{ language: 'ts', engine: { name: 'node' } }] });
});

test('the file of a snippet is run against its contract', async () => {
  const { out } = await course(['run', 'snippets/one/turns.ts', '--json']);
  expect(JSON.parse(out)).toMatchObject({ target: 'one/turns', runs: [{ language: 'ts', holds: true }] });
});

test('two swapped lines are both named, with the line of the contract', async () => {
  const { code, err } = await course(['run', 'swapped.ts', '--order', 'swapped.order']);
  expect(err.split('\n')[0]).toBe(
    'output lines 2 and 3 are swapped: the contract has "two" (contract line 2) before "three" (contract line 3)',
  );
  expect(err.split('\n')[1]).toMatch(/^ {2}fix: correct .*swapped\.ts, or .*swapped\.order if it claims too much$/);
  expect(code).toBe(1);
});

describe('--order', () => {
  test('takes the id of a snippet for its contract', async () => {
    const { err } = await course(['run', 'fine.ts', '--order', 'one/turns']);
    expect(err).toContain('came where the contract has "one" (contract line 1)');
  });

  test('takes the id of an exercise for its task', async () => {
    const { err } = await course(['run', 'fine.ts', '--order', 'one/swap'], courseWithExercise());
    expect(err).toContain('came where the contract has "a: starts" (contract line 1)');
  });

  test('of what is neither a file nor an id is refused', async () => {
    const { code, err } = await course(['run', 'fine.ts', '--order', 'one/turn']);
    expect(err).toBe(
      'there is no contract "one/turn"\n  fix: write what the program should print, line by line, into one/turn\n',
    );
    expect(code).toBe(2);
  });
});

test('a path with a space is quoted wherever it is shown to be typed again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'own program '));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const own = join(folder, 'own.ts');
  const race = "setTimeout(() => console.log('b'), 20);\nsetTimeout(() => console.log('a'), 10);\n";
  writeFileSync(own, race);
  writeFileSync(join(folder, 'own.order'), '~ any order by latency: two waits\n    a\n    b\n');
  writeFileSync(join(folder, 'strict.order'), 'a\nb\n');
  expect((await course(['run', own])).out.replaceAll(/\n(?!\n|next)/g, ' ')).toContain(
    `npm run course -- explore '${own}'`,
  );
  const strict = join(folder, 'strict.order');
  const { err } = await course(['explore', own, '--order', strict, '--cause', 'latency']);
  expect(err).toBe('');
  const stalled = await course(['explore', own, '--order', strict]);
  expect(stalled.err + stalled.out).toContain(`npm run course -- run '${own}' --order '${strict}' --schedule traced.`);
});

test('a program of the reader shows both streams and its exit code', async () => {
  const { code, out } = await course(['run', 'fine.ts']);
  expect(out).toContain('\n  out\n! err\n');
  expect(out).toMatch(/\nended with exit code 0 after \d+ ms\n\nnext: npm run course -- list\n$/);
  expect(code).toBe(0);
});

describe('what is typed', () => {
  const ask = (words: readonly string[], ...typed: readonly string[]) => course(words, undefined, undefined, typed);

  test.each(['asks.ts', 'asks.py'])('reaches %s, whose questions are shown at once', async (file) => {
    const { code, out } = await ask(['run', file], 'Ada', 'Bob');
    expect(out).toContain('\n  name? hello Ada\n  friend? and Bob\n');
    expect(code).toBe(0);
  });

  test('reaches a program whose output is shown raw', async () => {
    expect(await ask(['run', 'asks.py', '--raw'], 'Ada', 'Bob')).toMatchObject({
      out: 'name? hello Ada\nfriend? and Bob\n',
    });
  });

  test('ends where the stream ends: the program hears of it', async () => {
    const { code, err, out } = await ask(['run', 'asks.py'], 'Ada');
    expect(out).toContain('\n  name? hello Ada\n  friend? \n! Traceback');
    expect(out).toContain('! EOFError: EOF when reading a line\n');
    expect([code, err.split('\n')[0]]).toEqual([1, 'the program ended with exit code 1']);
  });

  test('is for each of the programs that a command runs', () => {
    const input = new SharedInput(() => Readable.from(['one\n']));
    const seen = (): Promise<string> => {
      const stdin = new PassThrough();
      const leave = input.into(stdin, () => undefined);
      return textOf(stdin).finally(leave);
    };
    return expect(seen().then(async (first) => [first, await seen()])).resolves.toEqual(['one\n', 'one\n']);
  });
});

describe('a program that ends badly', () => {
  test('never: it is stopped, and what it waits for is the question', async () => {
    const { code, out, err } = await course(['run', 'forever.ts', '--time', '0.5']);
    // a busy machine stops it a little later
    expect(err.replace(/0\.[5-9] s/, '0.5 s')).toBe(
      'the program had not ended after 0.5 s and was stopped\n' +
        '  fix: look for a wait or a loop that nothing ends, or give it longer: --time 60\n',
    );
    expect(out).toContain('\n  waiting\n');
    expect(code).toBe(1);
  });

  test('with a flood: it is stopped long before the time is over', async () => {
    const { code, err } = await course(['run', 'flood.ts']);
    expect(err).toMatch(/^the program was stopped when it had printed [\d,]+ lines: its output has a limit\n/);
    expect(err).toMatch(/\n {2}fix: look for a loop that prints without end, or give it more room: --output 10\n$/);
    expect(code).toBe(1);
  });

  test('with more output than is kept by default, where the reader gives it room', async () => {
    const { code, out } = await course(['run', 'long.ts', '--output', '2']);
    expect(out).toContain('\n  line 100000\n');
    expect(code).toBe(0);
  });

  test('by an error: its exit code is said, and the line that threw it', async () => {
    const { code, err } = await course(['run', 'throws.ts']);
    expect(err).toMatch(/^the program ended with exit code 1\n {2}fix: look at \S*throws\.ts:3\n$/);
    expect(code).toBe(1);
  });

  test('by an await that nothing wakes: it is said who waits for whom', async () => {
    expect((await ranOwn('await new Promise(() => {});\n')).err).toBe(
      'the program ended with exit code 13\n' +
        '  because: the program waits at own.ts:1 for a promise that nothing settles any more\n' +
        '  fix: see to it that its resolve or reject is called, or that a timer or an event comes\n',
    );
  });

  test('by a code of its own, without a word: there is stderr to look at', async () => {
    expect((await ranOwn('console.log(1);\nprocess.exit(2);\n')).err).toBe(
      'the program ended with exit code 2\n  fix: look at what it printed on stderr\n',
    );
  });

  test('before its first line: what is wrong, where, and what to type', async () => {
    expect((await ranOwn('\nenum Color { Red }\n')).err).toBe(
      'the program ended with exit code 1\n' +
        'own.ts:2  Node refuses it: TypeScript enum is not supported in strip-only mode\n' +
        '  fix: an enum is no erasable syntax: write const Color = { … } as const\n',
    );
  });

  test.each([
    [
      'import threading\nthreading.Thread(target=print).start()\n',
      '! refused: line 2: threading.Thread.start: on the virtual clock there are no threads\n',
    ],
    ['import gevent\n', "! ModuleNotFoundError: No module named 'gevent'\n"],
    [
      "import subprocess\nsubprocess.run(['true'])\n",
      '! OSError: [Errno 138] emscripten does not support processes.\n',
    ],
  ])('on a Pyodide that the reader chose, for what it lacks: %j', async (text, says) => {
    expect(await ranOn('pyodide', text)).toMatchObject({
      out: expect.stringContaining(says) as string,
      err: 'the program ended with exit code 1\n  fix: leave --engine out\n',
    });
  });

  test.skipIf(noCpython)('on the virtual clock, for a process that asyncio starts', async () => {
    const { out, err } = await ranOn(
      'cpython-virtual',
      "import asyncio\nasync def main():\n    await asyncio.create_subprocess_exec('true')\nasyncio.run(main())\n",
    );
    expect(out).toContain(
      'refused: line 3: asyncio.create_subprocess_exec: on the virtual clock there are no processes\n',
    );
    expect(err).toBe('the program ended with exit code 1\n  fix: leave --engine out\n');
  });

  test('on a chosen engine by an error of its own: the engine is not to blame', async () => {
    const { err } = await ranOn('pyodide', "raise RuntimeError('own')\n");
    expect(err).toBe('the program ended with exit code 1\n  fix: look at what it printed last\n');
  });
});

/** What `course run` says of a TypeScript program. */
function ranOwn(text: string) {
  const folder = copyOfCourse();
  writeFileSync(join(folder, 'own.ts'), text);
  return course(['run', 'own.ts'], folder);
}

/** What `course run` says of a Python program on the engine that is named. */
function ranOn(engine: string, text: string) {
  const folder = copyOfCourse();
  writeFileSync(join(folder, 'own.py'), text);
  return course(['run', 'own.py', '--engine', engine], folder);
}

test('--raw gives the streams and the exit code of the program and nothing else', async () => {
  expect(await course(['run', 'one/fails', '--ts', '--raw'])).toEqual({ code: 3, out: 'before\n', err: '' });
});

test('a contract that cannot be read is an error of the course', async () => {
  const { code, err } = await course(['run', 'one/turns', '--ts'], copyOfCourse('contract-syntax'));
  expect(err).toMatch(/^snippets\/one\/turns\.order:1 {2}unknown mark/);
  expect(code).toBe(1);
});

test('Ctrl-C ends the program and leaves with 130', async () => {
  const stop = new AbortController();
  const running = course(['run', 'forever.ts'], undefined, stop.signal);
  setTimeout(() => stop.abort(), 50);
  expect(await running).toMatchObject({ code: 130, err: '' });
});
