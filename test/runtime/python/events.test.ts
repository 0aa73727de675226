// What the trace of a Python program says, on the programs of test/fixtures/trace-python.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { findCpython, locateCpython } from '../../../src/runtime/cpython/cpython.ts';
import { programEnvironment } from '../../../src/runtime/process/environment.ts';
import { runProcess } from '../../../src/runtime/process/run.ts';
import { traceAllPython, tracePython } from '../../../src/runtime/virtual/trace.ts';
import type { TracedPython } from '../../../src/runtime/virtual/trace.ts';
import { causesOf } from '../../../src/trace/narrate/causes.ts';
import type { Job, TraceEvent } from '../../../src/trace/events.ts';
import { noCpython } from '../../cpython.ts';

const root = courseRoot();
const own = join(root, 'test', 'fixtures', 'trace-python');
const names = ['tasks', 'generators', 'deadlock', 'lines', 'locks', 'condition', 'barrier', 'kept-alive', 'deep'];
const examples = names.map((name) => join(own, `${name}.py`));
const withGevent = await findCpython(root, ['gevent']).then(
  () => true,
  () => false,
);

/** What is done to locks, channels and signals. */
function things(events: readonly TraceEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'lock' && event.kind !== 'channel' && event.kind !== 'signal') return [];
    const item = event.kind === 'channel' && event.item !== undefined ? ` ${event.item}` : '';
    return [`${event.strand} ${event.how} ${event.name}${item} at ${event.line}`];
  });
}

describe.skipIf(noCpython)('a trace', () => {
  let traces: readonly TracedPython[];
  beforeAll(async () => {
    traces = await traceAllPython(
      root,
      examples.map((file) => ({ file, needs: [] })),
    );
  });
  const traceOf = (name: string) => traces[names.findIndex((other) => other === name)] ?? expect.fail(name);
  const eventsOf = (name: string) => traceOf(name).events;

  it('says which strand made a task, where each waits and on what', () => {
    const events = eventsOf('tasks');
    const strands = events
      .filter((event) => event.kind === 'create')
      .map(({ strand, name, line, by }) => [strand, name, line, by]);
    expect(strands.slice(0, 4)).toEqual([
      [1, 'main', 14, 0],
      [2, 'work', 8, 1],
      [3, '<lambda>', 17, 1],
      [4, 'waiting', 23, 1],
    ]);
    const waits = events.filter((event) => event.kind === 'suspend').map(({ strand, line, on }) => [strand, line, on]);
    expect(waits.slice(0, 5)).toEqual([
      [0, 28, { kind: 'runs', what: 'event loop' }],
      [1, 20, { kind: 'strand', strand: 2, how: 'await' }],
      [2, 10, { kind: 'sleep', ms: 100 }],
      [1, 24, { kind: 'turn' }],
      [4, 0, { kind: 'channel', channel: 1, how: 'get' }],
    ]);
  });

  it('says how strands end, and whether what they waited for failed', () => {
    const events = eventsOf('tasks');
    const ends = events.flatMap((event) => (event.kind === 'settle' ? [`${event.strand} ${event.how}`] : []));
    expect(ends.slice(0, 4)).toEqual(['3 return', '2 throw', '1 return', '4 cancel']);
    const thrown = events.flatMap((event) => (event.kind === 'resume' && event.how ? [event.strand] : []));
    expect(thrown).toEqual([1, 4]);
  });

  it('names the line of a strand and the lines in the helpers that it called', () => {
    const prints = eventsOf('tasks').filter((event) => event.kind === 'print');
    expect(prints.map(({ strand, line, via, text }) => [strand, line, via, text])).toEqual([
      [2, 9, [5], 'a'],
      [3, 17, [5], 'later'],
      [1, 22, undefined, 'caught'],
    ]);
  });

  it('follows a timer from its queue into the ready queue, and the clock with it', () => {
    const events = eventsOf('tasks');
    const sleep = events.filter(
      (event) => event.kind === 'enqueue' && event.what.kind === 'engine' && event.what.does === 'sleep',
    );
    expect(sleep).toMatchObject([
      { queue: 'timers', by: 2, due: 100 },
      { queue: 'ready', by: 2, at: 100 },
    ]);
    expect(events.flatMap((event) => (event.kind === 'time' ? [event.to] : []))).toEqual([50, 100]);
    const cancelled = events.filter((event) => event.kind === 'cancel').map(({ queue, job }) => `${queue} ${job}`);
    const isCallOfSay = (what: Job) => what.kind === 'call' && what.name === 'say';
    const never = events.find((event) => event.kind === 'enqueue' && isCallOfSay(event.what));
    expect(never).toMatchObject({ queue: 'ready' });
    expect(cancelled).toEqual([never?.kind === 'enqueue' && `ready ${never.job}`]);
  });

  it('steps through generators, with what is thrown into them', () => {
    const steps = eventsOf('generators').flatMap((event) => {
      if (event.kind === 'resume') return [`resume ${event.strand} at ${event.line}${event.how ? ': throw' : ''}`];
      if (event.kind === 'suspend') return [`suspend ${event.strand} at ${event.line}`];
      return event.kind === 'settle' ? [`settle ${event.strand}`] : [];
    });
    expect(steps).toEqual([
      ...['resume 0 at 0', 'resume 1 at 5', 'suspend 1 at 7', 'resume 1 at 7: throw'],
      ...['resume 2 at 1', 'suspend 2 at 2', 'suspend 1 at 10'],
      ...['resume 1 at 10', 'resume 2 at 2', 'settle 2', 'settle 1', 'settle 0'],
    ]);
  });

  it('comes to each statement of the program, in the strand that runs it, and tells ordinary calls', () => {
    const { events } = traceOf('lines');
    const steps = events.flatMap((event) => {
      if (event.kind === 'line') return [`${event.strand} at ${event.line}`];
      return event.kind === 'call' || event.kind === 'leave' ? [`${event.strand} ${event.kind} ${event.name}`] : [];
    });
    expect(steps).toEqual([
      ...['0 at 1', '0 at 4', '0 at 8', '0 at 13', '0 at 22'],
      ...['1 at 14', '1 call double', '1 at 5', '1 leave double', '1 at 9', '1 at 10', '1 at 14', '1 at 18'],
      ...['1 call double', '1 at 5', '1 leave double', '1 call double', '1 at 5', '1 leave double', '1 at 19'],
    ]);
  });

  it('says which error ended the program, before Python reports it', () => {
    const { events } = traceOf('lines');
    const index = events.findIndex(({ kind }) => kind === 'uncaught');
    expect(events[index]).toMatchObject({ message: 'ValueError: too much' });
    expect(events[index + 1]).toMatchObject({ kind: 'print', stream: 'stderr' });
  });

  it('gives every printed line causes with lines, back to the start', () => {
    expect(causesOf(eventsOf('lines'), 1)).toEqual([
      '"[8, 2]" was printed by task main at line 18.',
      'task main resumed at line 9 when its turn in the ready queue came: it had given way of itself.',
      'task main started from the ready queue, scheduled by the main program at line 22.',
      'The main program started when the program started.',
    ]);
  });

  it('names locks, queues and events as the program does, and says who waits', () => {
    expect(things(eventsOf('locks'))).toEqual([
      '1 wait queue jobs at 16',
      '2 acquire lock seats at 5',
      '3 wait lock seats at 5',
      '2 release lock seats at 5',
      "2 put queue jobs 'a' at 7",
      '2 wait event ready at 8',
      '3 acquire lock seats at 5',
      "1 get queue jobs 'a' at 16",
      '1 wait queue jobs at 16',
      '3 release lock seats at 5',
      "3 put queue jobs 'b' at 7",
      '3 wait event ready at 8',
      "1 get queue jobs 'b' at 16",
      '1 set event ready at 17',
    ]);
  });

  it('tells a condition and its lock apart', () => {
    expect(things(eventsOf('condition'))).toEqual([
      '2 acquire lock of full at 7',
      '2 release lock of full at 8',
      '2 wait condition full at 8',
      '1 acquire lock of full at 14',
      '1 notify condition full at 15',
      '1 release lock of full at 14',
      '2 acquire lock of full at 8',
      '2 release lock of full at 7',
    ]);
  });

  it('tells of a barrier, not of the condition inside it', () => {
    expect(things(eventsOf('barrier'))).toEqual(['2 wait barrier gate at 6', '3 notify barrier gate at 6']);
  });

  it("leaves out the tasks by which asyncio cleans up at a program's end", () => {
    const made = names.flatMap((name) => eventsOf(name).filter((event) => event.kind === 'create'));
    expect(made.filter(({ name }) => name.startsWith('shutdown'))).toEqual([]);
  });

  it('ends with what ended the program', () => {
    const { events, exit } = traceOf('deadlock');
    expect(exit).toBe(13);
    expect(events.filter((event) => event.kind === 'unsettled')).toMatchObject([{ line: 8 }]);
    expect(events.at(-1)).toMatchObject({ kind: 'exit', code: 13 });
  });

  it('a tracer that fails at every hook changes nothing', async () => {
    const { executable } = await locateCpython(root, []);
    for (const name of names) {
      const file = join(own, `${name}.py`);
      const args = [join(own, 'throwing.py'), join(root, 'src/runtime/inside/python'), file];
      const result = await runProcess({ command: executable, args, cwd: own, env: programEnvironment() }, { file });
      const texts = (stream: string) => result.lines.flatMap((line) => (line.stream === stream ? [line.text] : []));
      const { stdout, stderr, exit } = traceOf(name);
      expect([texts('stdout'), texts('stderr'), result.exit]).toEqual([stdout, stderr, exit]);
    }
  });

  it('refuses a program that ends its process', async () => {
    const file = join(own, 'gone.py');
    await expect(tracePython(root, { file, needs: [] })).rejects.toMatchObject({
      what: 'test/fixtures/trace-python/gone.py could not be traced: it ended its process by os._exit(0)',
      where: { file: 'test/fixtures/trace-python/gone.py' },
      fix: 'let the program neither end its process nor run without ever giving way',
    });
  });
});

it.skipIf(!withGevent && !process.env['CI'])('greenlets are strands, and the hub has a queue', async () => {
  const { events } = await tracePython(root, { file: join(own, 'greenlets.py'), needs: ['gevent'] });
  const told = events.flatMap((event) => {
    if (event.kind === 'create') return [`${event.strandKind} ${event.strand}: ${event.name}`];
    if (event.kind === 'suspend') return [`${event.strand} waits at ${event.line}: ${JSON.stringify(event.on)}`];
    if (event.kind === 'enqueue') return [`${event.queue}: ${JSON.stringify(event.what)}`];
    return event.kind === 'settle' ? [`${event.strand} ends: ${event.how}`] : [];
  });
  expect(told.slice(0, 8)).toEqual([
    ...['greenlet 1: job', 'hub: {"kind":"start","strand":1}', '0 waits at 9: {"kind":"runs","what":"hub"}'],
    ...['timers: {"kind":"resume","strand":1}', '1 waits at 5: {"kind":"sleep","ms":10}'],
    ...['hub: {"kind":"engine","does":"waiters"}', '1 ends: return', '0 ends: return'],
  ]);
});

it.skipIf(!withGevent && !process.env['CI'])(
  "what changes in gevent's things is the doing of the strand that ran",
  async () => {
    const { events } = await tracePython(root, { file: join(own, 'greenlet-things.py'), needs: ['gevent'] });
    expect(things(events)).toEqual([
      '1 acquire semaphore seats at 12',
      '2 wait semaphore seats at 19',
      '1 release semaphore seats at 12',
      "1 put queue jobs 'tea' at 14",
      '1 set event ready at 15',
      '2 acquire semaphore seats at 19',
      '2 release semaphore seats at 19',
      "2 get queue jobs 'tea' at 22",
    ]);
  },
);
