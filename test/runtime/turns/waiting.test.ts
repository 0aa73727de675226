// What is said of each strand in a deadlock: where it stands, for what it waits as the program calls it, and who holds that.
import { expect, describe, it } from 'vitest';
import { noCpython } from '../../cpython.ts';
import { programs, run } from './runs.ts';

const write = programs();

const inThread = (before: string, work: string) => `import concurrent.futures, queue, threading
${before}
def work():
    ${work}
thread = threading.Thread(target=work, name="worker")
thread.start()
`;

const joins = 'main waits at line 8 for the end of worker';

describe.skipIf(noCpython)('a strand waits', () => {
  it.each([
    ['lock.acquire()', 'lock = threading.Lock(); lock.acquire()', 'the lock lock, which main holds'],
    ['with lock: pass', 'lock = threading.RLock(); lock.acquire()', 'the lock lock, which main holds'],
    [
      'with locks["a"]: pass',
      'locks = {"a": threading.Lock()}; locks["a"].acquire()',
      "the lock locks['a'], which main holds",
    ],
    ['with locks[0]: locks[0].acquire()', 'locks = [threading.Lock()]', 'the lock locks[0], which it holds itself'],
    ['ready.wait()', 'ready = threading.Event()', 'the event ready'],
    ['with full: full.wait()', 'full = threading.Condition()', 'the condition full'],
    ['with full: full.wait_for(lambda: False)', 'full = threading.Condition()', 'the condition full'],
    ['with seats: pass', 'seats = threading.Semaphore(0)', 'the semaphore seats'],
    ['gate.wait()', 'gate = threading.Barrier(2)', 'the barrier gate'],
    ['jobs.get()', 'jobs = queue.Queue()', 'an item of the queue jobs'],
    ['jobs.get()', 'jobs = queue.SimpleQueue()', 'an item of the queue jobs'],
    ['jobs.put(2)', 'jobs = queue.Queue(1); jobs.put(1)', 'room in the queue jobs'],
    ['jobs.join()', 'jobs = queue.Queue(); jobs.put(1)', 'the end of all work of the queue jobs'],
    ['result.result()', 'result = concurrent.futures.Future()', 'the result of the future result'],
  ])('by %s', async (work, before, what) => {
    const [ran] = await run(write(inThread(before, work)));
    expect(ran?.outcome.waiting).toEqual(['main waits for the end of worker', `worker waits at line 4 for ${what}`]);
  });

  it('for the lock of an object by its attribute', async () => {
    const box = 'class Box:\n  def __init__(self): self.lock = threading.Lock()\nbox = Box(); box.lock.acquire()';
    const [ran] = await run(write(inThread(box, 'with box.lock: pass')));
    expect(ran?.outcome.waiting?.[1]).toBe('worker waits at line 6 for the lock box.lock, which main holds');
  });

  it('for a strand that it joins', async () => {
    const [ran] = await run(
      write(`${inThread('lock = threading.Lock(); lock.acquire()', 'lock.acquire()')}\nthread.join()`),
    );
    expect(ran?.outcome.waiting?.[0]).toBe(joins);
  });

  it('in an event loop that nothing wakes', async () => {
    const [ran] = await run(
      write('import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())'),
    );
    expect(ran?.outcome.waiting).toEqual(['main waits at line 4 in the event loop']);
  });
});
