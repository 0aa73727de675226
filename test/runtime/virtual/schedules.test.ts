// Python programs under schedules: which outputs a cause can bring about, and which no schedule may.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { usualSchedule } from '../../../src/explore/schedule.ts';
import { runCpythonBatch } from '../../../src/runtime/virtual/cpython.ts';
import { noCpython } from '../../cpython.ts';
import { temporaryFolder } from '../fake-python.ts';
import { explore, outputs, runsOf, withProgram } from './models/search.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = courseRoot();

function write(text: string, name: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const sleeps = (...seconds: number[]) => `import asyncio
async def job(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
async def main():
    await asyncio.gather(${seconds.map((time, index) => `job('${'abc'[index]}', ${time})`).join(', ')})
asyncio.run(main())
`;

describe.skipIf(noCpython)('equal sleeps', () => {
  it('never swap because time passes', async () => {
    expect(await outputs(sleeps(0.1, 0.1), 'cpu')).toEqual(['a / b']);
  });

  it.each(['latency', 'ties'] as const)('swap by %s', async (model) => {
    expect(await outputs(sleeps(0.1, 0.1), model)).toEqual(['a / b', 'b / a']);
  });
});

describe.skipIf(noCpython)('sleeps of different length', () => {
  it.each(['cpu', 'ties'] as const)('keep the order of their deadlines by %s', async (model) => {
    expect(await outputs(sleeps(0.1, 0.11), model)).toEqual(['a / b']);
  });

  it.each([0.13, 16])('swap by latency, also if the longer is %f s', async (longer) => {
    expect(await outputs(sleeps(0.1, longer), 'latency')).toEqual(['a / b', 'b / a']);
  });
});

it.skipIf(noCpython).each(['cpu', 'latency', 'ties'] as const)(
  'the ready queue stays first in, first out by %s',
  async (model) => {
    const text = `import asyncio
async def job(name):
    for turn in range(3):
        print(name + str(turn)); await asyncio.sleep(0)
async def main():
    await asyncio.gather(job('a'), job('b'))
asyncio.run(main())
`;
    expect(await outputs(text, model)).toEqual(['a0 / b0 / a1 / b1 / a2 / b2']);
  },
);

it.skipIf(noCpython)('a time limit stands for itself and is not late', async () => {
  const text = `import asyncio
async def main():
    try:
        async with asyncio.timeout(0.1): await asyncio.sleep(0.11)
    except TimeoutError: print('limit')
    try: await asyncio.wait_for(asyncio.sleep(0.11), 0.1)
    except TimeoutError: print('limit')
    done, _ = await asyncio.wait([asyncio.create_task(asyncio.sleep(0.11))], timeout=0.1)
    print(len(done))
asyncio.run(main())
`;
  expect(await outputs(text, 'latency')).toEqual(['limit / limit / 0']);
});

it.skipIf(noCpython)('each run finds the process as a new one would be', async () => {
  const text = `import asyncio, atexit, contextvars, logging, random, sys, time
mark = contextvars.ContextVar('mark')
print(mark.get('unset'), hasattr(time, 'planted'), len(sys.argv), random.random() < 2)
mark.set('set'); time.planted = True; sys.argv.append('x'); sys.path.clear()
atexit.register(print, 'bye')
logging.basicConfig(); logging.warning('warned')
async def lost(): pass
lost()
async def boom(): raise ValueError('boom')
async def main():
    task = asyncio.create_task(boom()); print(task.get_name()); await asyncio.sleep(1)
asyncio.run(main())
del time.sleep
1 / 0
`;
  const many = Array.from({ length: 20 }, () => usualSchedule);
  const [first, ...others] = await withProgram(text, (program) => runsOf(program, 'usual', many));
  expect(first?.outcome).toMatchObject({ stdout: ['unset False 1 True', 'Task-2', 'bye'], exit: 1 });
  expect(others).toHaveLength(19);
  for (const { outcome } of others) expect(outcome).toMatchObject({ stdout: first?.outcome.stdout, exit: 1 });
  const said = first?.outcome.stderr ?? [];
  expect(said.join('\n')).toContain("RuntimeWarning: coroutine 'lost' was never awaited");
  expect(said.join('\n')).toContain('Task exception was never retrieved');
  expect(said.join('\n')).toContain('WARNING:root:warned');
  expect(said.at(-1)).toBe('ZeroDivisionError: division by zero');
});

it.skipIf(noCpython)(
  'a schedule that ends in a deadlock is an outcome like others, and the next run goes on',
  async () => {
    const text = `import asyncio
async def main():
    first = asyncio.create_task(asyncio.sleep(0.1)); second = asyncio.create_task(asyncio.sleep(0.1))
    done, _ = await asyncio.wait([first, second], return_when=asyncio.FIRST_COMPLETED)
    if first not in done: await asyncio.Event().wait()
    print('fine')
asyncio.run(main())
`;
    const found = await withProgram(text, (program) => explore(program, 'latency'));
    const outcomes = [...found.outputs.values()].map(({ outcome }) => outcome);
    expect(outcomes.map(({ exit }) => exit).sort((a, b) => a - b)).toEqual([0, 13]);
    expect(outcomes.find(({ exit }) => exit === 13)?.stderr).toEqual([
      'nothing left can wake this: nothing is ready, no timer is set, no thread is at work',
      '  task main waits at line 5: if first not in done: await asyncio.Event().wait()',
    ]);
  },
);

it.skipIf(noCpython)('an event loop without end is ended after 100,000 turns', async () => {
  const text = 'import asyncio\nasync def main():\n    while True: await asyncio.sleep(1)\nasyncio.run(main())\n';
  const runs = withProgram(text, (program) => runsOf(program, 'usual', [usualSchedule]));
  await expect(runs).rejects.toMatchObject({
    reason: 'failed',
    error: { what: 'it could not be run on virtual time: ended after 100000 turns of the event loop' },
  });
});

it.skipIf(noCpython)('a program that ends its process has no run', async () => {
  const runs = withProgram('import os\nos._exit(3)\n', (program) => runsOf(program, 'cpu', [usualSchedule]));
  await expect(runs).rejects.toMatchObject({
    reason: 'failed',
    error: {
      what: 'it could not be run on virtual time: it ended its process by os._exit(3)',
      fix: 'let it come to its end: sys.exit, or the end of the file',
    },
  });
});

it.skipIf(noCpython)('a program that ends the process of a batch is an error that names it', async () => {
  const files = [write('print(1)\n', 'fine.py'), write('import os\nos._exit(3)\n', 'ends.py')];
  await expect(runCpythonBatch(root, files)).rejects.toThrow(
    `${files[1]} did not come to its end on the virtual clock: it ended its process by os._exit(3)\n` +
      '  fix: let the program neither end its process nor run without ever giving way',
  );
});

it.skipIf(noCpython)('several programs share one process and keep apart', async () => {
  const fine = write('import helper\nprint(helper.value)\n', 'fine.py');
  write('value = 1\n', 'helper.py');
  const results = await runCpythonBatch(root, [fine, write(sleeps(0.1, 0.1), 'other.py'), fine]);
  expect(results.map(({ lines }) => lines.map(({ text }) => text))).toEqual([['1'], ['a', 'b'], ['1']]);
});
