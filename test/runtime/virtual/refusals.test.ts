// What no virtual clock rules is refused at the moment when a program asks for it, by its line and name; and whatever does not
// come to its end is ended within its limits, with the reason.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import type { Program } from '../../../src/course/snippets.ts';
import { exploreAll } from '../../../src/runtime/schedules/explore.ts';
import type { Explored } from '../../../src/runtime/schedules/jobs.ts';
import { traceProgram } from '../../../src/runtime/trace-program.ts';
import { noCpython } from '../../cpython.ts';

const root = courseRoot();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refusals-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function programOf(text: string, name = 'program.py'): Program {
  const file = join(folder, name);
  writeFileSync(file, text);
  return { language: 'py', file, path: name, text, needs: [] } as unknown as Program;
}

async function explored(...texts: readonly string[]): Promise<Explored[]> {
  const jobs = texts.map((text, index) => {
    const batches = (['none', 'cpu'] as const).map((cause) => ({ cause }));
    return { program: programOf(text, `program${index}.py`), batches };
  });
  return exploreAll(root, jobs);
}

const inLoop = (call: string) => `import asyncio
async def main():
    loop = asyncio.get_running_loop()
    ${call}
asyncio.run(main())
`;

/** The program, then the line and the sentence. */
const refused: Readonly<Record<string, readonly [string, number, string]>> = {
  'a thread': [
    'import threading\nthreading.Thread(target=print).start()\n',
    2,
    'threading.Thread.start: on the virtual clock there are no threads',
  ],
  'a thread of _thread': [
    'import _thread\n_thread.start_new_thread(print, ())\n',
    2,
    '_thread.start_new_thread: on the virtual clock there are no threads',
  ],
  'a timer that is a thread': [
    'import threading\nthreading.Timer(1, print).start()\n',
    2,
    'threading.Thread.start: on the virtual clock there are no threads',
  ],
  'a pool that is not the loop’s': [
    'from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor() as pool:\n    pool.submit(print)\n',
    3,
    'concurrent.futures.ThreadPoolExecutor.submit: on the virtual clock there are no threads',
  ],
  'a thread that a job of the loop starts': [
    `import asyncio, threading
def job():
    threading.Thread(target=print).start()
async def main(): await asyncio.to_thread(job)
asyncio.run(main())
`,
    3,
    'threading.Thread.start: on the virtual clock there are no threads',
  ],
  'a fork': ['import os\nif os.fork(): os.wait()\n', 2, 'os.fork: on the virtual clock there are no processes'],
  'a command': ["import os\nos.system('true')\n", 2, 'os.system: on the virtual clock there are no processes'],
  'a subprocess': [
    "import subprocess\nsubprocess.run(['sleep', '1'])\n",
    2,
    'subprocess.run: on the virtual clock there are no processes',
  ],
  'a process of multiprocessing': [
    'import multiprocessing\nmultiprocessing.Process(target=print).start()\n',
    2,
    'multiprocessing.process.BaseProcess.start: on the virtual clock there are no processes',
  ],
  'a pool of processes for the loop': [
    inLoop('from concurrent.futures import ProcessPoolExecutor as P; await loop.run_in_executor(P(1), print)'),
    4,
    'concurrent.futures.ProcessPoolExecutor.submit: on the virtual clock there are no processes',
  ],
  'a subprocess of asyncio': [
    inLoop("await asyncio.create_subprocess_exec('true')"),
    4,
    'asyncio.create_subprocess_exec: on the virtual clock there are no processes',
  ],
  'a stream': [
    inLoop("await asyncio.open_connection('example.com', 9)"),
    4,
    'asyncio.open_connection: on the virtual clock there are no addresses but those of the loopback: example.com',
  ],
  'a socket of the machine that connects': [
    "import _socket\n_socket.socket().connect(('127.0.0.1', 9))\n",
    2,
    'socket.connect: on the virtual clock there are no sockets',
  ],
  'an alarm': ['import signal\nsignal.alarm(1)\n', 2, 'signal.alarm: on the virtual clock there are no signals'],
  'a loop made by hand': [
    'import asyncio.selector_events\nasyncio.selector_events.BaseSelectorEventLoop()\n',
    2,
    'asyncio.BaseSelectorEventLoop: on the virtual clock there are no other event loops',
  ],
  // as uvloop does, whose loop is none of asyncio's
  'a loop of another library': [
    'import asyncio\nclass Loop: pass\nasyncio._set_running_loop(Loop())\n',
    3,
    '__main__.Loop: on the virtual clock there are no other event loops',
  ],
  // as trio does, which waits for itself
  'another way to wait for sockets': [
    'import select\nselect.epoll()\n',
    2,
    'select.epoll: on the virtual clock there are no sockets',
  ],
};

describe.skipIf(noCpython)('refused by its line and name, with the command that runs it', () => {
  const kinds = Object.entries(refused);
  let answers: readonly Explored[];
  beforeAll(async () => {
    answers = await explored(...kinds.map(([, [text]]) => text));
  });

  it.each(kinds.map(([kind], index) => [kind, index] as const))('%s', (kind, index) => {
    const [, line, what] = refused[kind] ?? [];
    const file = `program${index}.py`;
    const fix = `explore it on the real engine: npm run course -- explore ${file} --real`;
    expect(answers[index]).toMatchObject({ refused: { what, where: { file, line }, fix } });
    expect(answers[index]).not.toHaveProperty('failed');
  });

  it('also where the program would catch an error', async () => {
    const text =
      'import threading\ntry: threading.Thread(target=print).start()\nexcept BaseException: print("caught")\n';
    expect(await explored(text)).toMatchObject([{ refused: { where: { line: 2 } } }]);
  });

  it('a file beside the program by its own name and line', async () => {
    writeFileSync(join(folder, 'helper.py'), 'import os\n\n\ndef go():\n    os.fork()\n');
    const [answer] = await explored('import helper\nhelper.go()\n');
    expect(answer).toMatchObject({ refused: { where: { file: 'helper.py', line: 5 } } });
  });

  it('a trace takes a real run instead', async () => {
    const program = programOf(
      'import threading\nthread = threading.Thread(target=print)\nthread.start()\nthread.join()\n',
    );
    const { events } = await traceProgram(root, program);
    expect(events.some((event) => event.kind === 'create' && event.strandKind === 'thread')).toBe(true);
  });
});

describe.skipIf(noCpython)('served', () => {
  it.each([
    ['jobs that the loop has done by threads', inLoop("print(await asyncio.to_thread(str.upper, 'x'))"), ['X']],
    [
      'a pool that the program hands to the loop',
      inLoop(
        "from concurrent.futures import ThreadPoolExecutor as P; print(await loop.run_in_executor(P(1), str.upper, 'x'))",
      ),
      ['X'],
    ],
  ])('%s', async (_, text, stdout) => {
    expect(await explored(text)).toMatchObject([{ batches: [{ outcomes: [{ stdout }] }, { outcomes: [{ stdout }] }] }]);
  });
});

/** The program, then the line, if one is known, and the reason. */
const endless: Readonly<Record<string, readonly [string, number | undefined, string]>> = {
  'a loop that never gives way': ['while True: pass\n', 1, 'it had not ended after 4 s'],
  'a loop that sleeps': ['import time\nwhile True: time.sleep(1)\n', undefined, 'ended after 100000 sleeps'],
  'an event loop': [
    inLoop('while True: await asyncio.sleep(1)'),
    undefined,
    'ended after 100000 turns of the event loop',
  ],
  'a wait for what nothing brings': [
    'import queue\nqueue.Queue().get()\n',
    2,
    'it waits in queue.Queue.get for what no virtual clock brings',
  ],
  'a flood': ["while True: print('x' * 1000)\n", undefined, 'it printed more than 1 MiB'],
  'an end of its process': ['import os\nos._exit(3)\n', undefined, 'it ended its process by os._exit(3)'],
  'a crash': ['import os\nos.kill(os.getpid(), 11)\n', undefined, 'its process was ended by SIGSEGV'],
};

describe.skipIf(noCpython)('what does not come to its end says why, and the others keep their proof', () => {
  const kinds = Object.entries(endless);
  let answers: readonly Explored[];
  beforeAll(async () => {
    answers = await explored(...kinds.map(([, [text]]) => text), "print('fine')\n");
  }, 120_000);

  it.each(kinds.map(([kind], index) => [kind, index] as const))('%s', (kind, index) => {
    const [, line, why] = endless[kind] ?? [];
    const where = { file: `program${index}.py`, ...(line !== undefined && { line }) };
    const what = `it could not be run on virtual time: ${why}`;
    expect(answers[index]).toMatchObject({ refused: { what, where }, failed: true });
  });

  it('a program beside them', () => {
    const fine = { stdout: ['fine'], exit: 0 };
    expect(answers.at(-1)).toMatchObject({ batches: [{ outcomes: [fine] }, { outcomes: [fine] }] });
  });

  it.each(['while True: pass\n', 'import time\nwhile True: time.sleep(1)\n'])('in a trace: %j', async (text) => {
    const { events } = await traceProgram(root, programOf(text));
    expect(events.filter(({ kind }) => kind === 'stop' || kind === 'exit')).toMatchObject([
      { kind: 'stop', text: expect.stringMatching(/^ended after /) as string },
      { kind: 'exit', code: 124 },
    ]);
  });
});
