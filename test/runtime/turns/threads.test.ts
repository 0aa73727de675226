// Running one program under schedules: the same run each time, and nothing left from the one before.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/explore/decision.ts';
import type { Schedule } from '../../../src/explore/schedule.ts';
import type { ThreadOutcome } from '../../../src/runtime/turns/answers.ts';
import { noCpython } from '../../cpython.ts';
import { runFile } from '../programs.ts';
import { corpus } from './recorded.ts';
import { programs, run, texts, usual } from './runs.ts';

const write = programs();

/** Each schedule with one deviation. */
function singleDeviations({ decisions }: Run<ThreadOutcome>): Schedule[] {
  return decisions.flatMap(({ options }, at) =>
    Array.from({ length: options - 1 }, (_, option) => ({ deviations: [{ at, take: option + 1 }] })),
  );
}

describe.skipIf(noCpython)('a schedule', () => {
  const file = join(corpus, '41_crossed.py');

  it('gives the same run again, in another process too', async () => {
    const [first] = await run(file);
    const schedules = first ? singleDeviations(first) : [];
    expect(schedules.length).toBeGreaterThan(5);
    expect(await run(file, schedules)).toEqual(await run(file, schedules));
  });

  it('finds nothing that the one before it has left', async () => {
    const names = ['16_pool', '17_ascompleted', '20_daemon', '29_logging', '38_pool_exit', '39_tothread', '41_crossed'];
    for (const each of globSync(join(corpus, `{${names.join(',')}}.py`))) {
      const [first] = await run(each);
      const schedules = [usual, ...(first ? singleDeviations(first) : [])].slice(0, 20);
      const alone = await run(each, schedules, { limits: { share: 1 } });
      expect([basename(each), await run(each, schedules)]).toEqual([basename(each), alone]);
    }
  });

  it('samples at random from a seed, and within a bound', async () => {
    const samples = [1, 2, 3, 4].map((seed): Schedule => {
      return { deviations: [], then: { policy: 'random', seed }, bound: { threads: 1 } };
    });
    const runs = await run(file, samples);
    expect(runs).toEqual(await run(file, samples));
    const preemptions = runs.map(({ decisions }) =>
      decisions.reduce((sum, { cost = 0, taken }) => sum + (taken && cost), 0),
    );
    expect(Math.max(...preemptions)).toBe(1);
  });

  it('follows priorities that change (PCT)', async () => {
    const pct = [1, 2, 3, 4, 5, 6, 7, 8].map((seed): Schedule => {
      return { deviations: [], then: { policy: 'pct', seed, depth: 2, length: 15 } };
    });
    const found = new Set((await run(file, pct)).map((each) => texts(each).join(' ')));
    expect(found.size).toBeGreaterThan(1);
  });

  it('tells of each decision where it was made and in which state, and of a deviation who could go on', async () => {
    const [ran] = await run(join(corpus, '01_global.py'), [{ deviations: [{ at: 1, take: 1 }] }]);
    const state = expect.stringMatching(/^[\da-f]+$/) as string;
    const made = { cause: 'threads', options: 2, state } as const;
    const at = { strand: 'Thread-1 (work)', line: 3, what: 'start' };
    expect(ran?.decisions[0]).toEqual({ ...made, taken: 0, at });
    expect(ran?.decisions[1]).toEqual({
      ...made,
      cost: 1,
      taken: 1,
      at: { strand: 'Thread-1 (work)', line: 5, what: 'place' },
      ways: [
        { id: 'main/1 2', strand: 'Thread-1 (work)', line: 5 },
        { id: 'main 2', strand: 'main', line: 7 },
      ],
    });
  });
});

describe.skipIf(noCpython)('a run says', () => {
  it('in a deadlock who waits, where and for what', async () => {
    const file = write(`import threading
a, b = threading.Lock(), threading.Lock()
def work():
    with b:
        with a: pass
thread = threading.Thread(target=work, name="other")
with a:
    thread.start()
    with b: pass
`);
    const runs = await run(file);
    const ran = runs[0];
    expect(ran?.outcome.exit).toBe(13);
    const waiting = [
      'main waits at line 9 for the lock b, which other holds',
      'other waits at line 5 for the lock a, which main holds',
    ];
    expect(ran?.outcome.waiting).toEqual(waiting);
    expect(texts(ran, 'stderr')).toEqual([
      'nothing left can wake this: every thread waits for another',
      `  ${waiting[0]}: with b: pass`,
      `  ${waiting[1]}: with a: pass`,
    ]);
  });

  it('that it has passed too many places', async () => {
    const [ran] = await run(write('while True: pass'), [usual], { limits: { places: 500 } });
    expect([ran?.outcome.exit, texts(ran, 'stderr')]).toEqual([124, ['ended after 500 places']]);
  });

  it.each([
    [
      'in a thread',
      'import threading\ndef work():\n    x = {}\n    x["a"] += 1\nthreading.Thread(target=work).start()',
    ],
    ['in main', 'def f(): return g(1,\n    2)\ndef g(a, b): return [a][b]\nprint(f())'],
    ['by a lock', 'import threading\nthreading.Lock().release()'],
  ])('of an exception %s what CPython says', async (_, text) => {
    const file = write(text);
    const real = await runFile(file);
    const printed = real.lines.map((line) => line.text);
    expect(printed.length).toBeGreaterThan(2);
    const runs = [...(await run(file)), ...(await run(file, [usual], { model: 'gil' }))];
    for (const ran of runs) {
      expect(texts(ran, 'stderr')).toEqual(printed);
      expect(ran.outcome.exit).toBe(real.exit);
    }
  });

  it('of handlers of signals what CPython says: they are those of main', async () => {
    const file = write(`import _thread, signal, threading
def work():
    try: signal.signal(signal.SIGINT, print)
    except ValueError as error: print(error)
print(signal.signal(signal.SIGINT, lambda number, frame: print("handled", number)) is signal.default_int_handler)
thread = threading.Thread(target=work)
thread.start()
thread.join()
_thread.interrupt_main()
try: signal.signal(signal.SIGINT, 7.5)
except TypeError as error: print(error)
`);
    const real = await runFile(file);
    const printed = real.lines.map((line) => line.text);
    expect(printed).toHaveLength(4);
    expect((await run(file, [usual, usual])).map((ran) => texts(ran))).toEqual([printed, printed]);
  });

  it('the names of threads, counted anew', async () => {
    const file = write(
      'import threading\nt = threading.Thread(target=print, args=("x",))\nt.start(); t.join(); print(t.name)',
    );
    expect((await run(file, [usual, usual, usual])).map((ran) => texts(ran))).toEqual(
      Array.from({ length: 3 }, () => ['x', 'Thread-1 (print)']),
    );
  });
});
