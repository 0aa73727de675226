// Programs of threads whose outputs can be counted by hand: what is explored is all of them, and no other.
import { writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ThreadModel } from '../../../src/runtime/turns/threads.ts';
import { noCpython } from '../../cpython.ts';
import { temporaryFolder } from '../fake-python.ts';
import { explore, outputsOf } from './search.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function outputs(text: string, model: ThreadModel, preemptions = 2): Promise<string[]> {
  const file = join(folder, 'program.py');
  writeFileSync(file, text);
  const found = await explore(file, model, { preemptions });
  expect(found.complete).toBe(true);
  return outputsOf(found);
}

/** Two threads that run `work`, which is called with "a" and "b". */
const two = (before: string, work: string, after = '') => `import threading
${before}
def work(name):
${work.replaceAll(/^/gm, '    ')}
threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for thread in threads: thread.start()
for thread in threads: thread.join()
${after}`;

const counting = (change: string, before = 'n = 0') =>
  two(before, `global n\nfor _ in range(2): ${change}`, 'print(n)');

describe.skipIf(noCpython)('two threads add to a number, twice each', () => {
  it('n += 1 loses updates where threads are cut anywhere', async () => {
    expect(await outputs(counting('n += 1'), 'any')).toEqual(['2', '3', '4']);
  });

  it('n += 1 loses none where CPython has its lock: it looks at calls and loops only', async () => {
    expect(await outputs(counting('n += 1'), 'gil')).toEqual(['4']);
  });

  it.each(['n += one()', 'n = n + one()'])('%s loses updates all the same: a call is inside', async (change) => {
    expect(await outputs(counting(change, 'n = 0\ndef one(): return 1'), 'gil')).toEqual(['2', '3', '4']);
  });

  it.each(['any', 'gil'] as const)('a lock around it loses none (%s)', async (model) => {
    const locked = two('n = 0\nlock = threading.Lock()', 'global n\nwith lock: n += 1', 'print(n)');
    expect(await outputs(locked, model)).toEqual(['2']);
  });
});

describe.skipIf(noCpython)('two threads print two lines each', () => {
  it.each(['any', 'gil'] as const)('the lines mix in six ways (%s)', async (model) => {
    const six = ['a 1 / a 2 / b 1 / b 2', 'a 1 / b 1 / a 2 / b 2', 'a 1 / b 1 / b 2 / a 2'];
    const mirrored = six.map((one) => one.replaceAll(/[ab]/g, (name) => (name === 'a' ? 'b' : 'a')));
    const found = await outputs(two('', 'print(name, 1)\nprint(name, 2)'), model, 3);
    expect(found).toEqual([...six, ...mirrored].sort());
  });
});

describe.skipIf(noCpython)('two locks taken crosswise', () => {
  it.each(['any', 'gil'] as const)('both orders and the deadlock (%s)', async (model) => {
    const crossed = two(
      'locks = {"a": threading.Lock(), "b": threading.Lock()}',
      'first, second = (name, "b" if name == "a" else "a")\nwith locks[first]:\n    with locks[second]: print(name)',
    );
    expect(await outputs(crossed, model)).toEqual(['a / b', 'b / a', 'deadlock']);
  });
});

describe.skipIf(noCpython)('a queue of one place between two threads', () => {
  const program = `import queue, threading
q = queue.Queue(maxsize=1)
def produce():
    for i in range(3):
        q.put(i)
        print("put", i)
threading.Thread(target=produce).start()
for i in range(3):
    q.get()
    print("got", i)`;

  /** Lines "put" and "got" in the ways that the place allows: "put i" comes after "got i - 2", "got i" after "put i - 1". */
  function mixes(put = 0, got = 0): string[] {
    if (put === 3 && got === 3) return [''];
    const onPut = put < 3 && got >= put - 1 ? mixes(put + 1, got).map((rest) => ` / put ${put}${rest}`) : [];
    const onGot = got < 3 && put >= got ? mixes(put, got + 1).map((rest) => ` / got ${got}${rest}`) : [];
    return [...onPut, ...onGot];
  }

  it.each(['any', 'gil'] as const)('13 ways, one of which cuts the thread three times (%s)', async (model) => {
    const all = mixes().map((lines) => lines.slice(3));
    expect(all.length).toBe(13);
    expect(await outputs(program, model, 3)).toEqual(all.sort());
  });
});

describe.skipIf(noCpython)('waits with a limit', () => {
  it('join, acquire and get may each end in time or too late', async () => {
    const late = `import queue, threading, time
q = queue.Queue()
def put():
    time.sleep(0.1)
    q.put(1)
threading.Thread(target=put).start()
try: print(q.get(timeout=0.05))
except queue.Empty: print("empty")`;
    expect(await outputs(late, 'any')).toEqual(['1', 'empty']);
  });
});
