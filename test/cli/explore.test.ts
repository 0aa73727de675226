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
  test('that holds says how many schedules there are, and on what its order rests', async () => {
    expect(await course(['explore', 'one/turns', '--ts'])).toEqual({
      code: 0,
      err: '',
      out: [
        'TypeScript  snippets/one/turns.ts',
        '  1 output, complete (2 schedules)',
        'holds: snippets/one/turns.order, promised',
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

  test('that a schedule breaks gives its token, and the command that it gives replays it', async () => {
    const broken = await course(['explore', 'claims/order-that-latency-breaks', '--ts'], claims);
    expect(broken.code).toBe(1);
    const [, words = ''] = /replay it: npm run course -- (.*)/.exec(broken.err) ?? [];
    const replayed = await course(words.split(' '), claims);
    expect(replayed.err).toMatch(/^output lines 1 and 3 are swapped/);
    expect(replayed.out).toContain('– no line of the contract from here on');
    expect(replayed.code).toBe(1);
  });

  test('is held to what it says by a cause, and not to what it does not say', async () => {
    const { code, out } = await course(['explore', 'claims/difference-not-real', '--ts', '--cause', 'latency'], claims);
    expect(out).toContain('  6 outputs, complete (6 schedules; latency: any order of outside waits)\n');
    expect(out).toContain('    5 leave the contract, which promises nothing by latency\n');
    expect(code).toBe(0);
  });

  test('lists its outputs, each by the smallest difference that makes it and its token', async () => {
    const { out } = await course(['explore', 'claims/order-that-latency-breaks', '--ts'], claims);
    expect(out).toMatch(
      /^ {4}1 {2}the usual run\n {7}--schedule traced\.usual\.[\da-f]{8}\n {4}2 {2}.+ ends before .+\n {7}--schedule traced\.latency\./m,
    );
    expect(out).toContain('next: npm run course -- explore claims/order-that-latency-breaks --ts --all-outputs\n');
  });

  test('as JSON has every distinct output of every cause', async () => {
    const { out } = await course(['explore', 'one/turns', '--ts', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      target: 'one/turns',
      twins: [
        {
          language: 'ts',
          causes: [
            { cause: 'none', sentence: '1 output, complete (1 schedule)' },
            {
              cause: 'cpu',
              runs: 1,
              outputs: [{ runs: 1, difference: 'the usual run', stdout: ['one', 'two', 'three'] }],
            },
          ],
        },
      ],
    });
  });
});

function explored(name: string, text: string, ...words: readonly string[]) {
  const folder = copyOfCourse();
  writeFileSync(join(folder, name), text);
  return course(['explore', name, ...words], folder);
}

const race = [
  "import { setTimeout as sleep } from 'node:timers/promises';",
  "const first = await Promise.race([sleep(50, 'a'), sleep(60, 'b')]);",
  'console.log(first);',
].join('\n');

describe('a program of the reader', () => {
  test('without a contract has its outputs with the sleeps as they are, and as waits for the outside world', async () => {
    const { code, out } = await explored('own.ts', race);
    expect(out).toContain('  sleeps as they are: 1 output, complete (');
    expect(out).toContain(
      '  if each sleep stands for a wait for the outside world: 2 outputs, complete (2 schedules; latency: any order of outside waits)\n',
    );
    expect(code).toBe(0);
  });

  test('prints the lines of all of them where they are asked for', async () => {
    const { out } = await course(['explore', 'fine.ts', '--cause', 'latency', '--all-outputs']);
    expect(out).toMatch(/ {4}1 {2}the usual run\n {7}--schedule \S+\n {6}out\n {6}! err\n/);
  });

  test.each([['--order'], []])('is judged by a contract over all of it: %j', async (...option) => {
    const folder = copyOfCourse();
    writeFileSync(join(folder, 'own.ts'), race);
    const name = option.length > 0 ? 'other.order' : 'own.order';
    writeFileSync(join(folder, name), '~ either by latency: who answers first\n    a\n~ or\n    c\n');
    const { code, err } = await course(['explore', 'own.ts', ...(option.length > 0 ? ['--order', name] : [])], folder);
    expect(err).toMatch(new RegExp(`^${name}:\\d {2}TypeScript: 1 of 2 schedules of latency breaks the contract`));
    expect(code).toBe(1);
  });

  test.each([[[]], [['--real']]])('that Node does not start is run under no schedule: %j', async (options) => {
    const { code, out, err } = await explored('own.ts', "\nimport { a } from './nowhere.ts';\n", ...options);
    expect(err).toBe('own.ts:2  there is no file "./nowhere.ts"\n  fix: write the file, or correct the path\n');
    expect(out).toBe('TypeScript  own.ts\n\nnext: npm run course -- run own.ts\n');
    expect(code).toBe(1);
  });

  test('that fails in every schedule has its exit code in the summary', async () => {
    const { out } = await explored('own.ts', "console.log('out');\nprocess.exit(3);\n", '--cause', 'cpu');
    expect(out).toContain('  1 output, complete (1 schedule), exit code 3\n');
  });

  test.skipIf(noCpython)('with an error in a callback alone, and exit code 0, has an error on stderr', async () => {
    const text = [
      'import asyncio',
      'async def main():',
      '    asyncio.get_running_loop().call_soon(lambda: 1 / 0)',
      '    await asyncio.sleep(0.1)',
      'asyncio.run(main())',
    ].join('\n');
    expect((await explored('own.py', text, '--cause', 'cpu')).out).toMatch(
      / {2}1 output, complete \(.*\), an error on stderr\n/,
    );
  });
});

describe.skipIf(noCpython)('a program of the reader that imports threads or processes', () => {
  const threads = "import threading\nfor name in 'ab':\n    threading.Thread(target=print, args=[name]).start()\n";

  test('of threads lets them take turns, without a comment that asks for it', async () => {
    const { code, out } = await explored('own.py', threads);
    expect(out).toContain('  2 outputs, complete (');
    expect(out).toContain('threads: ');
    expect(code).toBe(0);
  });

  test.each(['import multiprocessing.pool\n', 'from subprocess import run\n'])(
    'of processes has real runs: %j',
    async (text) => {
      const { out } = await explored('own.py', text, '--runs', '1');
      expect(out).toContain('  1 output, sampled: 1 real run under seeded pauses\n');
    },
  );

  test.each(['import threading_of_mine\n', 'from gevent import monkey\nimport threading\n', '# import threading\n'])(
    'is on the virtual clock where that rules all: %j',
    async (text) => expect((await explored('own.py', text, '--json')).out).toContain('"cause": "cpu"'),
  );
});

describe.skipIf(noCpython)('real runs under seeded pauses', () => {
  const claim = 'claims/order-that-threads-break';
  const steering = '  a seed steers the pauses of a real run; it does not replay the run exactly\n';

  test('are what a program gets that no engine runs under schedules', async () => {
    const { code, out } = await explored('own.ts', "// One line.\n// needs: processes\nconsole.log('out');\n");
    expect(out).toContain(`  1 output, sampled: 20 real runs under seeded pauses\n${steering}`);
    expect(code).toBe(0);
  });

  test('say how many of them break the contract', async () => {
    const { code, err } = await course(['explore', claim, '--ts', '--real', '--runs', '20'], claims);
    expect(err).toMatch(
      /TypeScript: \d+ of 20 real runs under seeded pauses breaks? the contract. Nearest: a real run /,
    );
    expect(code).toBe(1);
  });

  test('run a file of the reader where they are asked for', async () => {
    const { code, out } = await course(['explore', 'fine.ts', '--real', '--runs', '2', '--all-outputs']);
    expect(out).toContain('    1  a real run under the pauses of seed 1\n      out\n      ! err\n');
    expect(code).toBe(0);
  });

  test('of a program that never ends are stopped, and say so', async () => {
    const { code, out } = await course(['explore', stuck, '--runs', '1', '--time', '2', '--all-outputs']);
    expect(out).toContain(
      '    1  a real run under the pauses of seed 1, stopped: it had not ended after 2 s\n      waits\n',
    );
    expect(code).toBe(0);
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
      'snippets/one/turns.ts has no schedules of ties: Node orders equal deadlines, asyncio alone leaves them open\n  fix: explore another cause: --cause cpu, --cause latency',
    ],
    ['--runs many', '--runs many is no whole number from 1 to 10000\n  fix: give one, or leave it out: --runs 20'],
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
    expect(err).toMatch(/needs-threads\.ts:3 {2}module node:os is not available in the traced engine\n {2}fix: /);
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

test('a program that prints more than is followed is told to print less', async () => {
  const { err, out } = await course(['explore', 'long.ts']);
  expect(err + out).toMatch(
    /stopped after 1000 lines of output\n {2}fix: let it print less, or look for a loop that nothing ends; a real run may print more: npm run course -- run \S*long\.ts\n/,
  );
});
