import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contractOf } from '../../../src/recorded/verdict.ts';
import { openCourse } from '../../../src/course/course.ts';
import { attempt } from '../../../src/error.ts';
import { checkRun } from '../../../src/order/index.ts';
import { compileFile } from '../../../src/runtime/traced/host.ts';
import { noCpython } from '../../cpython.ts';
import { fullCourse } from '../../full-course.ts';
import { printed, runFile } from '../programs.ts';
import { faults, folder, ofKind, stdoutOf, told, traceFile, traceOf } from './record.ts';
import { realClock } from '../../real-clock.ts';

/** For each part the first caption that has it, or that there is none. */
const says = (captions: readonly string[], ...parts: string[]) =>
  parts.map((part) => captions.find((caption) => caption.includes(part)) ?? `no caption with "${part}"`);

/** Programs whose threads and processes may print in more than one order. */
const free = ['shout.py', 'pool.py', 'ports.ts', 'lost-update.ts', 'fails.py'];

describe('a timed trace of any program', realClock, () => {
  for (const name of globSync('*.{ts,py}', { cwd: folder }).sort()) {
    it.skipIf(noCpython && name.endsWith('.py'))(
      `${name}: is consistent and prints what the program prints`,
      async () => {
        const trace = await traceOf(name);
        expect(faults(trace)).toEqual([]);
        const plain = printed(await runFile(join(folder, name)))
          .trimEnd()
          .split('\n');
        const lines = stdoutOf(trace);
        expect(free.includes(name) ? lines.sort() : lines).toEqual(free.includes(name) ? plain.sort() : plain);
      },
    );
  }
});

describe('snippets that the traced engine refuses', realClock, () => {
  for (const snippet of openCourse(fullCourse).snippets.values()) {
    const { file } = snippet.programs.ts;
    if (!('error' in attempt(() => compileFile(file)))) continue;
    it(`${snippet.id}: the printed lines meet the contract`, async () => {
      const trace = await traceFile(file);
      const texts = (wanted: string) =>
        ofKind(trace, 'print').flatMap(({ stream, text }) => (stream === wanted ? [text] : []));
      const run = { stdout: texts('stdout'), stderr: texts('stderr'), exit: ofKind(trace, 'exit')[0]?.code ?? 1 };
      expect(checkRun(contractOf(snippet, 'ts'), run)).toEqual([]);
      expect(faults(trace)).toEqual([]);
    });
  }
});

describe.skipIf(noCpython)('threads of Python', realClock, () => {
  it('a thread that waits for a lock says so, and for which; the one that holds it says when it lets go', async () => {
    const captions = told(await traceOf('lost_update.py'));
    const waits = captions.findIndex((caption) => caption.includes('has to wait for lock gate at line 18'));
    expect(captions[waits + 1]).toContain('it waits for lock gate');
    const after = captions
      .slice(waits)
      .filter((caption) => /(releases|acquires) lock gate/.test(caption) && !caption.includes('resumes'))
      .slice(0, 2);
    expect(after.map((caption) => caption.replace(/ \d+ /, ' N '))).toEqual([
      'thread deposit_locked N releases lock gate at line 18',
      'thread deposit_locked N acquires lock gate at line 18',
    ]);
  });

  it('two threads that sleep between reading and writing both sleep before the first goes on', async () => {
    const { events } = await traceOf('lost_update.py');
    const sleeps = events.flatMap((event) =>
      event.kind === 'suspend' && event.on.kind === 'sleep' && event.on.ms === 20 ? [event] : [],
    );
    expect(sleeps.map(({ line }) => line)).toEqual([13, 13, 13, 13]);
    expect((sleeps[1]?.at ?? 0) - (sleeps[0]?.at ?? 0)).toBeLessThan(20);
  });

  it('an item goes through a queue: put, then got; a full queue lets nobody put', async () => {
    const trace = await traceOf('producer.py');
    const passed = ofKind(trace, 'channel').filter(({ how }) => how !== 'wait');
    for (const item of [`'a'`, `'b'`, `'c'`, 'None']) {
      expect(passed.filter((event) => event.item === item).map(({ how }) => how)).toEqual(['put', 'get']);
    }
    expect(says(told(trace), 'has to wait to put')[0]).toContain('into queue jobs at line 19');
  });

  it('threads of a pool wait for a job when they have none, and main waits for results', async () => {
    const captions = told(await traceOf('pool.py'));
    const parts = ['creates thread ThreadPoolExecutor-0_1', 'it waits for a job of the pool', 'it awaits a future'];
    expect(says(captions, ...parts).filter((caption) => caption.startsWith('no caption'))).toEqual([]);
  });

  it('who asks for a lock with a time limit and does not get it acquires nothing', async () => {
    const trace = await traceOf('timeout.py');
    expect(ofKind(trace, 'lock').filter(({ line, how }) => line === 15 && how === 'acquire')).toHaveLength(1);
    expect(stdoutOf(trace).slice(0, 2)).toEqual(['A gives up', 'B has both']);
  });

  it('a thread that fails ends with its error, and no line of ours stands in what Python shows of it', async () => {
    const trace = await traceOf('fails.py');
    expect(told(trace)).toContain('thread get ends with an error');
    expect(ofKind(trace, 'print').filter(({ text }) => text.includes('_interleave'))).toEqual([]);
  });

  it('tasks give way at their own line, and say for what; asyncio alone starts no strand of the program', async () => {
    const trace = await traceOf('tasks.py');
    const captions = told(trace);
    for (const caption of [
      'main suspends at line 41: it awaits task worker a',
      'task worker a suspends at line 10: it sleeps for 0.02 s',
      'main resumes at line 41: task worker a has ended',
      'main suspends at line 42: it awaits all that it gathers',
      'task fails ends with an error',
      'task forever resumes at line 21 with an error',
      'task forever is cancelled',
      'callback print returns',
      'task blocked suspends at line 31: it waits in to_thread()',
      'generator numbers starts at line 26: called by task blocked',
    ])
      expect(captions).toContain(caption);
    expect(ofKind(trace, 'create').flatMap(({ strandKind, name }) => (strandKind === 'thread' ? [name] : []))).toEqual([
      'asyncio_0',
    ]);
  });

  it('a thread that was given a wait to do tells of it, and who let it go on', async () => {
    const captions = told(await traceOf('tasks.py'));
    expect(captions).toContain('thread asyncio_0 suspends: it waits for event gate');
    expect(captions).toContain('thread asyncio_0 resumes: main sets event gate at line 47');
  });

  it('processes pass items on; one that is killed is cancelled', async () => {
    const captions = told(await traceOf('processes.py'));
    for (const method of ['fork', 'spawn']) {
      const parts = [`creates process ${method}`, `process ${method} takes 41`, `process ${method} returns`];
      expect(says(captions, ...parts).filter((caption) => caption.startsWith('no caption'))).toEqual([]);
    }
    expect(captions).toContain('process victim is cancelled');
    expect(captions).toContain('process victim prints "never ends" at line 17');
    expect(says(captions, 'process victim sets')[0]).toContain('event started at line 18');
  });
});

describe('Workers and child processes of Node', realClock, () => {
  it('a Worker is a strand from its creation to its end, with its waits and its lines', async () => {
    const captions = told(await traceOf('lost-update.ts'));
    const parts = [
      'main creates worker deposit 10',
      'worker deposit 10 suspends at line 8',
      'worker deposit 10 returns',
    ];
    expect(says(captions, ...parts).filter((caption) => caption.startsWith('no caption'))).toEqual([]);
    expect(captions).toContain('worker deposit 10 prints "deposit 10" at line 23');
  });

  it('messages go both ways, also through a port of their own, and none comes after the end of its sender', async () => {
    const trace = await traceOf('ports.ts');
    const texts = ofKind(trace, 'message').map(({ text }) => text);
    expect(texts.slice(1)).toEqual(['21', '42', `'bye'`]);
    expect(ofKind(trace, 'message').map(({ to }) => to)).toEqual([1, 1, 0, 0]);
  });

  it('what a strand awaits is said where it is known', async () => {
    const captions = told(await traceOf('awaits.ts'));
    const waits = captions.filter((caption) => caption.startsWith('main suspends'));
    expect(waits.filter((caption) => !caption.includes('readFile'))).toEqual([
      'main suspends at line 18: it waits for event go',
      'main suspends at line 19: it awaits async function work #1',
      'main suspends at line 21: it awaits Promise.all',
      'main suspends at line 22: it awaits a promise',
      'main suspends at line 23: it awaits a promise',
      'main suspends at line 25: it awaits a promise',
      'main suspends at line 27: it sleeps for 0.1 s',
      'main suspends at line 33: it sleeps for 0.005 s, again and again',
    ]);
    expect(captions).toContain('main resumes at line 19: async function work #1 has ended');
    expect(captions).toContain('main resumes at line 27 with an error');
    expect(captions).toContain('async function work #1 suspends at line 7: it sleeps for 0.02 s');
  });

  it('who waits for the end of a Worker says so, and why it goes on', async () => {
    const captions = told(await traceFile(join(fullCourse, 'snippets', 'shared', 'gate.ts')));
    const all = 'main suspends at line 29: it awaits Promise.all: async function report, async function heart';
    expect(captions).toContain(all);
    const parts = ['suspends at line 16: it waits for worker', 'resumes at line 16: worker of line 16 has ended'];
    expect(says(captions, ...parts).filter((caption) => caption.startsWith('no caption'))).toEqual([]);
  });

  it('child processes are strands whether they are watched or not', async () => {
    const trace = await traceOf('children.ts');
    const processes = ofKind(trace, 'create').filter(({ strandKind }) => strandKind === 'process');
    expect(processes.map(({ name }) => name)).toEqual(['children.ts', 'echo', 'echo']);
    const strands = processes.map(({ strand }) => strand);
    const ends = ofKind(trace, 'settle').filter(({ strand }) => strands.includes(strand));
    expect(ends.map(({ how }) => how)).toEqual(['return', 'return', 'return']);
  });

  it('what the event loop calls for files, streams and timers is a strand of its own', async () => {
    const captions = told(await traceOf('children.ts'));
    const parts = ['callback readFile prints "file read"', 'callback data prints', 'timer callback of line 25 prints'];
    expect(says(captions, ...parts).filter((caption) => caption.startsWith('no caption'))).toEqual([]);
  });
});

describe.skipIf(noCpython)('endings', realClock, () => {
  it('a program that never ends is stopped by its time limit', async () => {
    const trace = await traceOf('../perturbed/stuck.py', { timeLimit: 400 });
    expect(trace.events.slice(-3).map(({ kind }) => kind)).toEqual(['stop', 'settle', 'exit']);
    expect(ofKind(trace, 'exit')[0]?.code).toBe(124);
  });

  it('an interrupted run is an error', async () => {
    const file = join(folder, 'shout.py');
    await expect(traceFile(file, { signal: AbortSignal.abort() })).rejects.toThrow(
      `${file} was interrupted before its end\n  fix: let it run to its end, or give it a shorter time limit`,
    );
  });
});
