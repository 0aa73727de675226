// What a Python program finds on virtual time, in CPython and in Pyodide alike.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import type { RunRequest, RunResult } from '../../../src/runtime/engine.ts';
import { findPyodide } from '../../../src/runtime/pyodide/pyodide.ts';
import { findVirtualCpython } from '../../../src/runtime/virtual/cpython.ts';
import { noCpython } from '../../cpython.ts';
import { temporaryFolder } from '../fake-python.ts';
import { realClock } from '../../real-clock.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const engines = {
  'CPython on virtual time': async (request: RunRequest) => (await findVirtualCpython(courseRoot(), [])).run(request),
  Pyodide: (request: RunRequest) => findPyodide().run(request),
} as const;

const texts = ({ lines }: RunResult, wanted: 'stdout' | 'stderr') =>
  lines.filter(({ stream }) => stream === wanted).map(({ text }) => text);

const present = Object.entries(engines).filter(([name]) => !(noCpython && name.startsWith('CPython')));

describe.each(present)('%s', (_, engine) => {
  function run(text: string, request: Partial<RunRequest> = {}): Promise<RunResult> {
    const file = join(folder, 'program.py');
    writeFileSync(file, text);
    return engine({ file, ...request });
  }

  it('takes no time to wait, and tells the time that it would take', async () => {
    const { lines, elapsed } = await run(`import asyncio, time
async def main():
    await asyncio.sleep(3600); print('an hour')
start = time.monotonic(); time.sleep(60); print(round(time.monotonic() - start))
asyncio.run(main())
`);
    expect(lines.map(({ at, text }) => `${Math.round(at)} ${text}`)).toEqual(['60000 60', '3660000 an hour']);
    expect(Math.round(elapsed)).toBe(3_660_000);
  });

  it('ends a loop that waits by looking at the clock', async () => {
    const { lines } = await run(`import time
end = time.perf_counter() + 0.5
while time.perf_counter() < end: pass
end = time.time_ns() + 500_000_000
while time.time_ns() < end: pass
print('done')
`);
    expect(lines.map(({ at, text }) => `${Math.round(at)} ${text}`)).toEqual(['1000 done']);
  });

  it('tells the date and the calendar of the virtual clock, in whatever way a program asks', async () => {
    const result = await run(`import datetime, logging, os, time
from datetime import datetime as moment
os.environ['TZ'] = 'UTC'
if hasattr(time, 'tzset'): time.tzset()
time.sleep(90)
print(moment.now().replace(microsecond=0), moment.utcnow().date(), moment.today().date(), datetime.date.today())
print(moment.now(datetime.timezone(datetime.timedelta(hours=2))).hour, time.strftime('%Y-%m-%d %H:%M:%S'))
print(time.ctime(), '|', time.asctime(), '|', time.gmtime()[:6], time.localtime(None)[:6])
print(round(time.clock_gettime(time.CLOCK_REALTIME) - time.time()), round(time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1e9))
print(time.gmtime(0)[:3], time.strftime('%Y', time.gmtime(0)), time.ctime(0))
record = logging.LogRecord('', 10, '', 1, '', (), None)
print(logging.Formatter('%(asctime)s').format(record), round(record.relativeCreated))
`);
    expect(texts(result, 'stdout')).toEqual([
      '2030-01-01 00:01:30 2030-01-01 2030-01-01 2030-01-01',
      '2 2030-01-01 00:01:30',
      'Tue Jan  1 00:01:30 2030 | Tue Jan  1 00:01:30 2030 | (2030, 1, 1, 0, 1, 30) (2030, 1, 1, 0, 1, 30)',
      '0 90',
      '(1970, 1, 1) 1970 Thu Jan  1 00:00:00 1970',
      '2030-01-01 00:01:30,000 90000',
    ]);
  });

  it('a moment is what datetime makes of it, and what tells the time is pickled by its name', async () => {
    const result = await run(`import datetime, functools, pickle, time
class Own(datetime.datetime): pass
now = datetime.datetime.now()
@functools.singledispatch
def kind(value): return 'other'
@kind.register(datetime.datetime)
def _(value): return 'moment'
print(type(now) is datetime.datetime, repr(now)[:22], pickle.loads(pickle.dumps(now)) == now, kind(now))
print(type(Own.now()) is Own, type(Own.utcnow()) is Own, isinstance(now, datetime.date))
print([pickle.loads(pickle.dumps(each)) is each for each in (time.sleep, time.time, time.localtime)])
`);
    expect(texts(result, 'stdout')).toEqual([
      'True datetime.datetime(2030 True moment',
      'True True True',
      '[True, True, True]',
    ]);
  });

  it('takes no time to wait for what nothing can bring until a time limit', async () => {
    const { lines, elapsed } = await run(`import concurrent.futures, queue, threading, time
start = time.monotonic()
print(threading.Event().wait(60))
try: queue.Queue().get(timeout=60)
except queue.Empty: print('empty')
condition = threading.Condition()
with condition: print(condition.wait_for(lambda: False, timeout=60))
print(threading.Semaphore(0).acquire(timeout=60))
print(len(concurrent.futures.wait([concurrent.futures.Future()], timeout=60).done), round(time.monotonic() - start))
`);
    expect(lines.map(({ text }) => text)).toEqual(['False', 'empty', 'False', 'False', '0 300']);
    expect(Math.round(elapsed / 1000)).toBe(300);
  });

  it('wakes equal deadlines in one turn of the loop, as on a real clock', async () => {
    const result = await run(`import asyncio
async def job(name):
    await asyncio.sleep(0.02); print(name, 'mid'); await asyncio.sleep(0); print(name, 'end')
async def main():
    async with asyncio.TaskGroup() as group:
        for name in 'abc': group.create_task(job(name))
with asyncio.Runner() as runner: runner.run(main())
`);
    expect(texts(result, 'stdout')).toEqual(['a mid', 'b mid', 'c mid', 'a end', 'b end', 'c end']);
  });

  it('gives one kind of loop, however a program asks for it', async () => {
    const result = await run(`import asyncio
kinds = {type(asyncio.new_event_loop()), type(asyncio.SelectorEventLoop()), asyncio.Runner().get_loop().__class__}
kinds.add(type(asyncio.DefaultEventLoopPolicy().new_event_loop()))
async def main(): kinds.add(type(asyncio.get_running_loop())); return asyncio.current_task().get_name()
print(asyncio.run(main()), {kind.__name__ for kind in kinds}, len(kinds))
`);
    expect(texts(result, 'stdout')).toEqual(["Task-1 {'_UnixSelectorEventLoop'} 1"]);
  });

  it('ends a program that nothing can wake at once, and says who waits where', async () => {
    const result = await run(`import asyncio
async def reader(queue):
    try: await queue.get()
    finally: print('cleaned up')
async def main():
    task = asyncio.create_task(reader(asyncio.Queue()), name='first')
    await task
try: asyncio.run(main())
finally: print('after')
`);
    expect([result.exit, texts(result, 'stdout')]).toEqual([13, []]);
    expect(texts(result, 'stderr')).toEqual([
      'nothing left can wake this: nothing is ready, no timer is set, no thread is at work',
      '  task reader "first" waits at line 3: try: await queue.get()',
      '  task main waits at line 7: await task',
    ]);
  });

  it('delivers what a thread works out when the time that it slept has passed', async () => {
    const { lines } = await run(`import asyncio, time
def work():
    time.sleep(0.05)
    return 'worked'
async def tick():
    await asyncio.sleep(0.02)
    return 'ticked'
async def main():
    for first in asyncio.as_completed([asyncio.to_thread(work), tick()]): print(await first)
asyncio.run(main())
`);
    expect(lines.map(({ at, text }) => `${Math.round(at)} ${text}`)).toEqual(['20 ticked', '50 worked']);
  });

  it('refuses by name what a virtual clock cannot have', async () => {
    const result = await run(`import asyncio
async def main(): await asyncio.open_connection('example.com', 9)
asyncio.run(main())
`);
    expect([result.exit, texts(result, 'stderr').at(-1)]).toEqual([
      1,
      'refused: line 2: asyncio.open_connection: on the virtual clock there are no addresses but those of the loopback: example.com',
    ]);
  });

  it('runs it as __main__ and shows its error without a line of ours', async () => {
    const result = await run(`import sys
print(__name__, __file__ == sys.argv[0], len(sys.argv))
raise ValueError('x')
`);
    expect([result.exit, texts(result, 'stdout')]).toEqual([1, ['__main__ True 1']]);
    expect(texts(result, 'stderr')).toEqual([
      'Traceback (most recent call last):',
      `  File "${join(folder, 'program.py')}", line 3, in <module>`,
      `    raise ValueError('x')`,
      'ValueError: x',
    ]);
  });

  it('shows a syntax error as Python does', async () => {
    const result = await run('print("never")\nfor\n');
    expect([result.exit, texts(result, 'stdout')]).toEqual([1, []]);
    expect(texts(result, 'stderr').at(0)).toBe(`  File "${join(folder, 'program.py')}", line 2`);
    expect(texts(result, 'stderr').at(-1)).toBe('SyntaxError: invalid syntax');
  });

  it.each([
    ['sys.exit()', 0, []],
    ['sys.exit(7)', 7, []],
    ['sys.exit("bye")', 1, ['bye']],
  ])('%s ends it as in Python', async (call, exit, said) => {
    const result = await run(`import sys\nsys.stdout.write('half')\n${call}\n`);
    expect([texts(result, 'stdout'), result.exit, texts(result, 'stderr')]).toEqual([['half'], exit, said]);
  });

  it('stops an endless program at the time limit, and keeps what it printed', realClock, async () => {
    const { stopped, lines } = await run('print("on", flush=True)\nwhile True: pass\n', { timeLimit: 2000 });
    expect([stopped, lines.map(({ text }) => text)]).toEqual(['time limit', ['on']]);
  });
});
