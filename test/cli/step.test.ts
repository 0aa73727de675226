// `course step`: a run as a list, by keys, and why a line came when it did.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Screen } from '../../src/cli/step/screen.ts';
import { viewer } from '../../src/cli/step/view.ts';
import { walk } from '../../src/cli/step/walk.ts';
import type { TraceEvent } from '../../src/trace/events.ts';
import { stops } from '../../src/trace/replay/replay.ts';
import { traceOfText } from '../trace/traces.ts';
import { ownPrograms } from '../small-course.ts';
import { course } from './session.ts';

const source = [
  "import { setTimeout as sleep } from 'node:timers/promises';",
  'async function work() {',
  '  await sleep(20);',
  "  console.log('worked');",
  '}',
  'work();',
  "console.log('called');",
].join('\n');
const events = traceOfText(source);
const plain = { write: () => undefined, warn: () => undefined, colour: false, columns: 80 };

/** What is shown after each of `keys`, and how the walk ended. */
async function walked(keys: readonly string[], broken = false) {
  const shown: (readonly string[])[] = [];
  let closed = 0;
  const screen: Screen = {
    size: { columns: 80, rows: 30 },
    draw: (lines) => {
      if (broken) throw new Error('no terminal');
      shown.push(lines);
    },
    async *keys() {
      await Promise.resolve();
      yield* keys;
    },
    close: () => closed++,
  };
  const view = viewer({ path: 'work.ts', text: source }, events, plain);
  const code = await walk(screen, stops(events), view).catch((error: unknown) => String(error));
  return { code, closed, shown, places: shown.map(([head]) => /^Step (\d+)/.exec(head ?? '')?.[1]) };
}

describe('by keys', () => {
  test('arrows, comma and full stop go a step, Home and End to the ends', async () => {
    const { places } = await walked(['right', '.', 'left', ',', 'left', 'end', 'right', 'home', 'x']);
    const last = String(stops(events).length - 1);
    expect(places).toEqual(['0', '1', '2', '1', '0', '0', last, last, '0', '0']);
  });

  test('a step shows the caption, the line of each strand, strands, queues and output', async () => {
    const { shown } = await walked(Array.from({ length: 8 }, () => 'right'));
    expect(shown.at(-1)).toEqual([
      'Step 8 of 23  0 ms  work.ts',
      'a job waits in the microtask queue: end of the main program',
      '',
      "  1  import { setTimeout as sleep } from 'node:timers/promises';",
      '  2  async function work() {',
      '‖ 3    await sleep(20);   ← async function work',
      "  4    console.log('worked');",
      '  5  }',
      '  6  work();',
      "▶ 7  console.log('called');   ← main",
      '',
      'Lanes',
      '  main running at line 7',
      '  async function work suspended at line 3: it awaits a promise',
      '',
      'Queues',
      '  microtask queue: end of the main program',
      '  timers: sleep of line 3 (due at 20 ms)',
      '',
      'Printed so far',
      '  called   ← main',
      '',
      '→ . next   ← , back   Home first   End last   q leave',
    ]);
  });

  test.each([
    ['q', ['q', 'right'], 0],
    ['Ctrl-C', ['ctrl-c'], 130],
    ['the end of the keys', [], 0],
  ])('%s gives the terminal back', async (_, keys, code) => {
    expect(await walked(keys)).toMatchObject({ code, closed: 1, places: ['0'] });
  });

  test('an error gives the terminal back too', async () => {
    expect(await walked([], true)).toMatchObject({ code: 'Error: no terminal', closed: 1 });
  });
});

test('locks are shown with who holds them and who waits, where a program has any', () => {
  const lock = { kind: 'lock', at: 0, line: 1, lock: 1, name: 'lock seats' } as const;
  const held: readonly TraceEvent[] = [
    { kind: 'create', at: 0, strand: 1, strandKind: 'thread', name: 'B', line: 1, by: 0 },
    { ...lock, strand: 0, how: 'acquire' },
    { ...lock, strand: 1, how: 'wait' },
  ];
  const shown = viewer({ path: 'work.py', text: source }, held, plain)(3, 3, 3, { columns: 80, rows: 40 });
  expect(shown.slice(shown.indexOf('Locks and channels')).slice(0, 2)).toEqual([
    'Locks and channels',
    '  lock seats: held by main; thread B waits',
  ]);
});

test('no line is wider than a small screen, the title and the keys included', () => {
  const view = viewer({ path: 'a-folder/with-a-long-name/work.ts', text: source }, events, plain);
  const lines = stops(events).flatMap((step, place) => view(step, place, 22, { columns: 30, rows: 12 }));
  expect(lines.filter((line) => line.length > 30)).toEqual([]);
});

test('a small screen is filled and not overrun', () => {
  const view = viewer({ path: 'work.ts', text: source }, events, plain);
  const lines = stops(events).map((step, place) => view(step, place, 22, { columns: 30, rows: 12 }));
  expect(Math.max(...lines.map((shown) => shown.length))).toBe(12);
  expect(lines.flat().filter((line) => line.length > 30 && line.includes('console'))).toEqual([]);
});

describe('without a terminal', () => {
  test('every step is a line', async () => {
    const { code, out } = await course(['step', 'one/turns', '--ts']);
    expect(out).toMatch(/^ *1 +0 ms {2}main starts: the program starts\n/);
    expect(out.split('\n').at(-2)).toBe('next: npm run course -- step one/turns --why 1');
    expect(code).toBe(0);
  });

  test('a program that Node does not start has no steps, and no other run is taken in its place', async () => {
    expect(await course(['step', 'enum.ts'])).toEqual({
      code: 1,
      out: '',
      err:
        `${join(ownPrograms, 'enum.ts')}:1  Node refuses it: TypeScript enum is not supported in strip-only mode\n` +
        '  fix: an enum is no erasable syntax: write const Colour = { … } as const\n',
    });
  });

  test('as JSON the steps are sentences', async () => {
    const { out } = await course(['step', 'one/turns', '--json']);
    const captions: unknown = expect.arrayContaining(['main starts: the program starts']);
    expect(JSON.parse(out)).toMatchObject({ target: 'one/turns', steps: captions });
  });
});

describe('--why', () => {
  test('gives the causes of a line, back to the start', async () => {
    const { code, out } = await course(['step', 'fine.ts', '--why', '1']);
    expect(out).toMatch(/^"out" was printed by main at line \d+\.\n/);
    expect(out).toContain('main started when the program started.\n\nnext: npm run course -- step fine.ts\n');
    expect(code).toBe(0);
  });

  test.each(['0', '9', 'first'])('%s is refused with the numbers that there are', async (number) => {
    expect(await course(['step', 'fine.ts', '--why', number])).toEqual({
      code: 2,
      out: '',
      err:
        `--why ${number} is no printed line: the program prints 2 lines\n` +
        '  fix: give the number of a line, from 1 to 2: --why 1\n',
    });
  });
});
