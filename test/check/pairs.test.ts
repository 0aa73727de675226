// Broken/fixed pairs: the broken program can print the bad line, the fixed one cannot, and the failing schedule is stored.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { staticChecks } from '../../src/check/all.ts';
import { scope } from '../../src/check/check.ts';
import { findFailingRun } from '../../src/recorded/find-failure.ts';
import { provePairs } from '../../src/check/proof/pairs.ts';
import { readCourse } from '../../src/course/course.ts';
import { pairOf } from '../../src/course/pairs.ts';
import type { Pair } from '../../src/course/pairs.ts';
import { noCpython } from '../cpython.ts';
import { fullCourse } from '../full-course.ts';
import { courseWithPair } from '../small-course.ts';

const folder = 'snippets/one';
const seeds = `${folder}/recorded/total.broken.json`;

function pairIn(root: string): Pair {
  const pair = pairOf(readCourse(root).snippets, 'one/total');
  if (!pair) throw new Error('the small course has lost its pair');
  return pair;
}

async function faults(root: string): Promise<string[]> {
  const context = scope(readCourse(root));
  const found = context ? await Promise.all(staticChecks.map(async (check) => check.run(context))) : [];
  return [...new Set(found.flat().map(({ message }) => message))];
}

/** The course with `from` replaced by `to` in one file. */
function edited(file: string, from: string | RegExp, to: string): string {
  const root = courseWithPair();
  writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(from, to));
  return root;
}

test('a whole pair, named by the id of its fixed half, has no fault', async () => {
  expect(await faults(courseWithPair())).toEqual([]);
});

describe('an orphan is an error with its fix', () => {
  test('a broken program without its twin', async () => {
    const root = courseWithPair();
    rmSync(join(root, folder, 'total.broken.py'));
    expect((await faults(root))[0]).toBe(
      'snippets/one/total.broken.order  snippet "one/total.broken" has no Python twin\n' +
        '  fix: write the Python twin snippets/one/total.broken.py, or delete its files',
    );
  });

  test('a broken program without the fixed one', async () => {
    const root = courseWithPair();
    for (const kind of ['ts', 'py', 'order']) rmSync(join(root, folder, `total.${kind}`));
    expect((await faults(root))[0]).toBe(
      'snippets/one/total.broken.order  "one/total.broken" is the broken half of a pair, and there is no "one/total"\n' +
        '  fix: write the fixed programs snippets/one/total.ts and snippets/one/total.py and their contract snippets/one/total.order, or name these files without ".broken"',
    );
  });
});

test('a pair whose fixed contract forbids nothing does not say what is bad', async () => {
  expect(await faults(edited(`${folder}/total.order`, '~ never: total: 2\n', ''))).toContain(
    'snippets/one/total.order  "one/total.broken" is broken, but no line says what it prints that "one/total" never does\n' +
      '  fix: write the bad line into this contract: ~ never: LINE\n' +
      '       or, where it gets stuck, "~ deadlock" into the contract of the broken half',
  );
});

describe('a stored failing schedule', () => {
  const record = '\n  fix: npm run course -- record one/total';

  test('that is not there is named with the command that finds it', async () => {
    const root = courseWithPair();
    rmSync(join(root, seeds));
    expect(await faults(root)).toEqual([`${seeds}  the failing schedule is not stored yet${record}`]);
  });

  test.each([
    ['of another program', '"program": "', '"program": "0', 'snippets/one/total.broken.ts has changed since'],
    ['of another contract', '"contract": "', '"contract": "0', 'snippets/one/total.broken.order has changed since'],
    [
      'forbidden by another contract',
      '"forbidding": "',
      '"forbidding": "0',
      'snippets/one/total.order has changed since',
    ],
    ['with a good output', 'total: 2', 'total: 3', 'its output has no line that the fixed contract forbids'],
    ['of one twin alone', /,\n {2}"py": [\s\S]*/, '}', 'it has no failing schedule of snippets/one/total.broken.py'],
    ['that is half a file', /\n[\s\S]*/, '', `${seeds} holds no failing schedules of this version`],
  ])('%s is out of date', async (_, from, to, reason) => {
    expect(await faults(edited(seeds, from, to))).toEqual([
      `${seeds}  this failing schedule is out of date: ${reason}${record}`,
    ]);
  });
});

test.skipIf(noCpython)(
  'the broken program prints the bad line under some schedule, the fixed one under none',
  async () => {
    const root = courseWithPair();
    expect(await provePairs(root, [pairIn(root)])).toEqual([]);
  },
);

test('the failing run is the one nearest to the usual run whose output has the bad line', async () => {
  const root = courseWithPair();
  const failing = await findFailingRun(root, pairIn(root), 'ts');
  expect(failing?.cause).toBe('latency');
  expect(failing?.outcome.stdout).toEqual(['total: 2']);
  expect(failing?.outcome.origin).toMatchObject({ kind: 'schedule', differences: [{ cause: 'latency' }] });
});

test.skipIf(noCpython)('a broken program that is none is told', async () => {
  const root = edited(`${folder}/total.broken.ts`, 'total = before + amount', 'total += before * 0 + amount');
  expect((await provePairs(root, [pairIn(root)])).map(({ message }) => message)).toEqual([
    'snippets/one/total.broken.ts  TypeScript: no schedule makes the broken program print what snippets/one/total.order forbids (tried: the usual run, 6 of latency)\n' +
      '  fix: see what it prints: npm run course -- explore one/total.broken --ts',
  ]);
});

test.skipIf(noCpython)('a fixed program that still fails is told, with the token that replays it', async () => {
  const mistake = 'const before = total;\n  await sleep(40);\n  total = before + amount;';
  const root = edited(`${folder}/total.ts`, 'await sleep(40);\n  total += amount;', mistake);
  const origin = (await findFailingRun(root, pairIn(root), 'ts'))?.outcome.origin;
  const broken = origin?.kind === 'schedule' ? origin.token : '';
  const [fault] = await provePairs(root, [pairIn(root)]);
  const [, token = ''] = /--schedule (\S+)$/.exec(fault?.message ?? '') ?? [];
  expect(token.replace(/\.[\da-f]{8}\./, ' ')).toBe(broken.replace(/\.[\da-f]{8}\./, ' '));
  expect(fault?.message).toBe(
    `snippets/one/total.ts  TypeScript: the fixed program still prints a line that its contract forbids, with schedule ${token}\n` +
      `  fix: replay it: npm run course -- run one/total --ts --schedule ${token}`,
  );
});

test('a line that is bad without any schedule fails in the plain run', async () => {
  const root = edited(`${folder}/total.broken.ts`, /console\.log.*/, "console.log('total: 2');");
  expect(await findFailingRun(root, pairIn(root), 'ts')).toMatchObject({ cause: 'none' });
});

describe.skipIf(noCpython)('a program that gets stuck', () => {
  /** The second payment waits for ever where the first has come between. */
  function stuck(half: 'total' | 'total.broken'): string {
    const root = courseWithPair();
    const change = (name: string, from: string | RegExp, to: string): void => {
      const file = join(root, folder, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    };
    const ts = 'const before = total;\n  await sleep(40);\n  if (total !== before) await new Promise(() => {});';
    const py = 'before = total\n    await asyncio.sleep(0.04)\n    if total != before:\n        await asyncio.Future()';
    change(`${half}.ts`, /(const before = total;\n {2})?await sleep\(40\);/, ts);
    change(`${half}.py`, /(before = total\n {4})?await asyncio\.sleep\(0\.04\)/, py);
    change('total.broken.order', /total: 2/, '~ deadlock');
    change('total.order', '~ never: total: 2\n', '');
    return root;
  }

  test('fails as a broken half, and no line must be forbidden for that', async () => {
    const root = stuck('total.broken');
    expect(await provePairs(root, [pairIn(root)])).toEqual([]);
    expect(await faults(root)).not.toContainEqual(expect.stringContaining('no line says'));
    const failing = await findFailingRun(root, pairIn(root), 'ts');
    expect(failing).toMatchObject({ cause: 'latency', isStuck: true, outcome: { stdout: [], exit: 13 } });
  });

  test('as the fixed half is told, with the token that replays it', async () => {
    const root = stuck('total');
    const said = await provePairs(root, [pairIn(root)]);
    expect(said.map(({ what }) => what)).toContainEqual(
      expect.stringMatching(/^TypeScript: the fixed program still gets stuck, with schedule traced\.latency\./),
    );
  });
});

describe.skipIf(noCpython)('a pair of threads', () => {
  /** A pair of threads, with locks in the fixed programs that keep nobody out. */
  function unlocked(): string {
    const root = courseWithPair();
    const own = join(fullCourse, 'snippets', 'shared');
    for (const name of ['total', 'total.broken']) {
      for (const kind of ['ts', 'py', 'order']) {
        cpSync(join(own, `${name.replace('total', 'counter')}.${kind}`), join(root, folder, `${name}.${kind}`));
      }
    }
    const [ts, py] = [join(root, folder, 'total.ts'), join(root, folder, 'total.py')];
    writeFileSync(ts, readFileSync(ts, 'utf8').replace('Atomics.compareExchange(cells, LOCK, 0, 1)', '0'));
    writeFileSync(py, readFileSync(py, 'utf8').replace('with lock:', 'if lock:'));
    return root;
  }

  test('whose repair repairs nothing is told, with the run that shows it', async () => {
    const root = unlocked();
    const said = await provePairs(root, [pairIn(root)]);
    const line = 'the fixed program still prints a line that its contract forbids, with';
    expect(said.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^snippets/one/total\\.ts {2}TypeScript: ${line} schedule (traced-turns\\.usual\\.\\S+)\\n` +
            '  fix: replay it: npm run course -- run one/total --ts --schedule \\1$',
        ),
      ),
      expect.stringMatching(
        new RegExp(
          `^snippets/one/total\\.py {2}Python: ${line} schedule (cpython-turns\\.usual\\.\\S+)\\n` +
            '  fix: replay it: npm run course -- run one/total --py --schedule \\1$',
        ),
      ),
    ]);
  });

  test('fails in the usual run where a strand that waits lets the other go on', async () => {
    const root = unlocked();
    const failing = await findFailingRun(root, pairIn(root), 'py');
    expect(failing).toMatchObject({ cause: 'none', isStuck: false, outcome: { exit: 0 } });
    expect(failing?.outcome.stdout).toContain('total: 1');
  });
});
