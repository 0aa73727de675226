// `course explore`: the outputs of many schedules, the freedoms that they show, and the seed that breaks a contract.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noCpython } from '../cpython.ts';
import { copyOfCourse } from '../small-course.ts';
import { course } from './session.ts';

const stuck = join(import.meta.dirname, '..', 'fixtures', 'perturbed', 'stuck.py');
const claims = join(import.meta.dirname, '..', 'fixtures', 'courses', 'false-claims');

describe('a snippet', () => {
  test('that holds says how many schedules there were and how many distinct outputs', async () => {
    expect(await course(['explore', 'one/turns', '--ts'])).toEqual({
      code: 0,
      err: '',
      out: [
        'TypeScript  snippets/one/turns.ts',
        '  virtual clock: 0 ms',
        '  cpu: 50 schedules, 1 distinct output',
        'holds: snippets/one/turns.order',
        '',
        'next: npm run course -- run one/turns',
        '',
      ].join('\n'),
    });
  });

  test('whose freedom was seen counts it each way', async () => {
    const { out } = await course(['explore', 'claims/order-that-latency-breaks', '--ts'], claims);
    expect(out).toMatch(/^ {4}┊ contract line 1, any order: two answers\n {8}"a" before "b" \d+, after \d+$/m);
  });

  test('that a schedule breaks gives the seed, and the command that it gives replays it', async () => {
    const broken = await course(['explore', 'claims/order-that-latency-breaks', '--ts'], claims);
    expect(broken.code).toBe(1);
    const [, words = ''] = /fix: replay it: npm run course -- (.*)/.exec(broken.err) ?? [];
    const replayed = await course(words.split(' '), claims);
    expect(replayed.err).toMatch(
      /^snippets\/claims\/order-that-latency-breaks\.order:3 {2}TypeScript: the schedule of latency with seed \d+ breaks the contract: output lines 2 and 3 are swapped/,
    );
    expect(replayed.out).toContain('– no line of the contract from here on');
    expect(replayed.code).toBe(1);
  });

  test('is held to what it says by a cause, and not to what it does not say', async () => {
    const { code, out } = await course(['explore', 'claims/difference-not-real', '--ts', '--cause', 'latency'], claims);
    expect(out).toContain('latency: 200 schedules, 1 distinct output\n\n');
    expect(code).toBe(0);
  });

  test('with too few schedules is not said to lack a freedom', async () => {
    const words = ['explore', 'claims/freedom-never-seen', '--ts', '--cause', 'latency', '--seeds', '5'];
    const { code, out } = await course(words, claims);
    expect(out).toContain('    too few schedules to say that a freedom is not there\n');
    expect(code).toBe(0);
  });

  test('lists its distinct outputs beside the contract, with counts and first seeds', async () => {
    const words = ['explore', 'one/turns', '--ts', '--cause', 'cpu', '--seeds', '3', '--seed', '7', '--all-outputs'];
    expect((await course(words)).out).toContain('    output: 3 of 3, first seed 7\n           printed   contract\n');
  });

  test('as JSON has every distinct output of every cause', async () => {
    const { out } = await course(['explore', 'one/turns', '--ts', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      target: 'one/turns',
      twins: [
        { language: 'ts', causes: [{ cause: 'none' }, { cause: 'cpu', outputs: [{ count: 50, firstSeed: 1 }] }] },
      ],
    });
  });
});

test('a program of the reader has outputs and no contract', async () => {
  const { code, out } = await course(['explore', 'fine.ts', '--cause', 'latency', '--all-outputs']);
  expect(out).toContain(
    '  latency: 200 schedules, 1 distinct output\n    output: 200 of 200, first seed 1\n      out\n      ! err\n',
  );
  expect(code).toBe(0);
});

function explored(name: string, text: string, ...words: readonly string[]) {
  const folder = copyOfCourse();
  writeFileSync(join(folder, name), text);
  return course(['explore', name, ...words], folder);
}

test.each([[[]], [['--cause', 'threads']]])(
  'a program that Node does not start is run under no schedule: %j',
  async (options) => {
    const { code, out, err } = await explored('own.ts', "\nimport { a } from './nowhere.ts';\n", ...options);
    expect(err).toBe('own.ts:2  there is no file "./nowhere.ts"\n  fix: write the file, or correct the path\n');
    expect(out).toBe('TypeScript  own.ts\n\nnext: npm run course -- run own.ts\n');
    expect(code).toBe(1);
  },
);

describe('a program of the reader that fails', () => {
  test('in every schedule has its exit code in each summary line, and the next command shows the output', async () => {
    expect((await explored('own.ts', "console.log('out');\nprocess.exit(3);\n")).out).toBe(
      [
        'TypeScript  own.ts',
        '  virtual clock: 0 ms, exit code 3',
        '  cpu: 200 schedules, 1 distinct output, exit code 3',
        '  latency: 200 schedules, 1 distinct output, exit code 3',
        '',
        'next: npm run course -- explore own.ts --all-outputs',
        '',
      ].join('\n'),
    );
  });

  test('in some schedules says in how many', async () => {
    const text = [
      "import { setTimeout as sleep } from 'node:timers/promises';",
      "const first = await Promise.race([sleep(5, 'a'), sleep(6, 'b')]);",
      "process.exitCode = first === 'a' ? 0 : 3;",
    ].join('\n');
    const { out } = await explored('own.ts', text, '--cause', 'latency');
    expect(out).toMatch(/^ {2}latency: 200 schedules, 2 distinct outputs, exit code 3 \(\d+ of 200\)$/m);
    expect(out).toContain('\nnext: npm run course -- explore own.ts --cause latency --all-outputs\n');
  });

  test.skipIf(noCpython)('in a callback alone, with exit code 0, has an error on stderr', async () => {
    const text = [
      'import asyncio',
      'async def main():',
      '    asyncio.get_running_loop().call_soon(lambda: 1 / 0)',
      '    await asyncio.sleep(0.1)',
      'asyncio.run(main())',
    ].join('\n');
    const { out } = await explored('own.py', text, '--cause', 'cpu');
    expect(out).toContain('  cpu: 200 schedules, 1 distinct output, an error on stderr\n');
  });
});

describe.skipIf(noCpython)('a program of the reader that imports threads or processes', () => {
  const few = ['--cause', 'cpu', '--seeds', '2'];

  test.each([
    ['import os, threading as t\n', 'imports threading: no virtual clock rules real threads'],
    ['import multiprocessing.pool\n', 'imports multiprocessing: no virtual clock rules real processes'],
    ['from subprocess import run\n', 'imports subprocess: no virtual clock rules real processes'],
    [
      'from concurrent import futures\n',
      'imports concurrent.futures: no virtual clock rules real threads and processes',
    ],
  ])('is told of real runs: %j', async (text, says) => {
    const { out } = await explored('own.py', text, ...few);
    expect(out).toContain(
      `1 distinct output\n  ${says}; see real runs: npm run course -- explore own.py --cause threads\n`,
    );
  });

  test.each(['import threading_of_mine\n', 'from gevent import monkey\nimport threading\n', '# import threading\n'])(
    'is not told where a virtual clock rules all: %j',
    async (text) => expect((await explored('own.py', text, ...few)).out).not.toContain('--cause threads'),
  );

  test('is not told once its runs are real', async () => {
    const { out } = await explored('own.py', 'import threading\n', '--cause', 'threads', '--seeds', '1');
    expect(out).not.toContain('no virtual clock');
  });
});

describe.skipIf(noCpython)('real runs under seeded pauses', () => {
  const claim = 'claims/order-that-threads-break';
  const steering = '    a seed steers the pauses of a real run; it does not replay the run exactly\n';

  test('are what a program with threads gets where no cause is named', async () => {
    const { code, out, err } = await course(['explore', claim, '--py'], claims);
    expect(out).toContain(`  threads: 20 real runs under seeded pauses, 2 distinct outputs\n${steering}`);
    expect(err).toMatch(
      /Python: \d+ of 20 real runs under seeded pauses break the contract, the first with seed \d+: /,
    );
    expect(code).toBe(1);
  });

  test('of one seed show their output, and whether it goes wrong again is not certain', async () => {
    const words = ['explore', claim, '--py', '--cause', 'threads', '--seed', '2', '--seeds', '1'];
    const { code, out } = await course(words, claims);
    expect(out).toContain(`  threads: 1 real run under seeded pauses, 1 distinct output\n${steering}`);
    expect(out).toContain('    output: 1 of 1, first seed 2\n');
    expect([0, 1]).toContain(code);
  });

  test('run a file of the reader, which no contract binds', async () => {
    const { code, out } = await course(['explore', 'fine.ts', '--cause', 'threads', '--seeds', '2', '--all-outputs']);
    expect(out).toContain('    output: 2 of 2, first seed 1\n      out\n      ! err\n');
    expect(code).toBe(0);
  });

  test('of a program that never ends are stopped, and say so', async () => {
    const { code, out } = await course(['explore', stuck, '--seeds', '1', '--time', '2', '--all-outputs']);
    expect(out).toContain('    output: 1 of 1, first seed 1, stopped: it had not ended after 2 s\n      waits\n');
    expect(code).toBe(0);
  });

  test('as JSON say that their seeds replay nothing', async () => {
    const { out } = await course(['explore', claim, '--ts', '--seeds', '2', '--json'], claims);
    expect(JSON.parse(out)).toMatchObject({
      twins: [{ causes: [{ cause: 'threads', schedules: 2, replays: false, claimed: true }] }],
    });
  });
});

describe('misuse', () => {
  test.each([
    [
      '--cause latencie',
      'unknown cause "latencie"\n  fix: did you mean "latency"? There are: none, cpu, latency, ties, threads',
    ],
    [
      '--cause ties --ts',
      'TypeScript has no schedules of ties: Node orders equal deadlines, asyncio alone leaves them open\n  fix: explore another cause: --cause cpu, --cause latency',
    ],
    ['--seeds many', '--seeds many is no whole number from 1 to 100000\n  fix: give one, or leave it out: --seeds 200'],
    ['--time never', '"never" is not a time\n  fix: give seconds, at most 3600: --time 10'],
    ['--seed -1', '--seed -1 is no whole number from 0 to 4294967295\n  fix: give one, or leave it out: --seed 1'],
  ])('explore one/turns %s', async (words, says) => {
    const { code, err } = await course(['explore', 'one/turns', ...words.split(' ')]);
    expect(err).toBe(`${says}\n`);
    expect(code).toBe(2);
  });
});

describe('the engines with a virtual clock run any file', () => {
  test('traced gives the output and the exit code of Node', async () => {
    const native = await course(['run', 'fine.ts', '--raw']);
    expect(await course(['run', 'fine.ts', '--engine', 'traced', '--raw'])).toEqual(native);
    const [thrown, nativelyThrown] = [
      await course(['run', 'throws.ts', '--engine', 'traced', '--raw']),
      await course(['run', 'throws.ts', '--raw']),
    ];
    expect([thrown.code, thrown.out]).toEqual([nativelyThrown.code, nativelyThrown.out]);
  });

  test.skipIf(noCpython)('cpython-virtual gives the output and the exit code of Python', async () => {
    const native = await course(['run', 'one/fails', '--py', '--raw']);
    expect(await course(['run', 'one/fails', '--py', '--engine', 'cpython-virtual', '--raw'])).toEqual(native);
  });

  test('a time that the contract promises is held exactly', async () => {
    const { code, err } = await course(['run', 'claims/elapsed-off', '--engine', 'traced'], claims);
    expect(err).toMatch(/^the program took 40 ms, the contract expects 50 ms \(contract line 4\)\n/);
    expect(code).toBe(1);
  });

  test.skipIf(noCpython)('what they cannot run they refuse by name', async () => {
    const { code, err } = await course(['run', 'claims/needs-threads', '--engine', 'traced'], claims);
    expect(err).toMatch(/needs-threads\.ts:3 {2}module node:fs is not available in the traced engine\n {2}fix: /);
    expect(code).toBe(1);
    expect((await course(['run', 'claims/needs-threads', '--engine', 'cpython-virtual'], claims)).err).toBe(
      'engine "cpython-virtual" has no threads, which the program needs\n  fix: leave --engine out\n',
    );
  });

  test.skipIf(noCpython)('no program runs on them that does not ask for it', async () => {
    const { out } = await course(['run', 'one/turns', '--json']);
    expect(JSON.parse(out)).toMatchObject({ runs: [{ engine: { name: 'node' } }, { engine: { name: 'cpython' } }] });
  });

  test('an engine of the other language is refused', async () => {
    expect((await course(['run', 'fine.ts', '--engine', 'cpython-virtual'])).err).toBe(
      'engine "cpython-virtual" runs Python, and this program is TypeScript\n  fix: leave --engine out, or type --engine node\n',
    );
  });
});
