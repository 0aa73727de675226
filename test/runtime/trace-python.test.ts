// Every Python program of the course and of the corpus that needs nothing, traced: all in one CPython. A new program is
// a new test. What a trace says is shown on the programs of test/fixtures/trace-python.
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { CourseError } from '../../src/error.ts';
import type { Need } from '../../src/languages.ts';
import { programEnvironment } from '../../src/runtime/environment.ts';
import { findCpython, locateCpython } from '../../src/runtime/cpython/cpython.ts';
import type { RunResult } from '../../src/runtime/engine.ts';
import { runProcess } from '../../src/runtime/process/run.ts';
import { runCpythonBatch } from '../../src/runtime/virtual/cpython.ts';
import { explorePython } from '../../src/runtime/virtual/python.ts';
import { traceAllPython, tracePython } from '../../src/runtime/virtual/trace.ts';
import type { TracedPython } from '../../src/runtime/virtual/trace.ts';
import { traceEventSchema } from '../../src/trace/events.ts';
import type { TraceEvent } from '../../src/trace/events.ts';
import { noCpython } from '../cpython.ts';

const root = courseRoot();
const own = join(root, 'test', 'fixtures', 'trace-python');
const corpus = globSync('test/fixtures/corpus/py/*.py', { cwd: root }).map((file) => join(root, file));
const snippets = pythonPrograms();
const names = ['tasks', 'generators', 'deadlock'];
const examples = names.map((name) => join(own, `${name}.py`));
const files = [...corpus, ...snippets, ...examples].sort();
const gevent = [
  ...globSync('test/fixtures/corpus/gevent/*.py', { cwd: root }).map((file) => join(root, file)),
  ...pythonPrograms('gevent'),
].sort();
const noGevent = await findCpython(root, ['gevent']).then(
  () => false,
  (error: unknown) => error instanceof CourseError && !process.env['CI'],
);
const engines = [
  { name: 'CPython', absent: noCpython, files, needs: [] },
  { name: 'gevent', absent: noGevent, files: gevent, needs: ['gevent'] },
] as const;

/** The course's Python programs with just these needs. */
function pythonPrograms(...needs: readonly Need[]): string[] {
  const all = [...openCourse(root).snippets.values()].map(({ programs }) => programs.py);
  return all.filter((program) => program.needs.join() === needs.join()).map(({ file }) => file);
}

const printed = (events: readonly TraceEvent[], wanted: 'stdout' | 'stderr') =>
  events.flatMap((event) => (event.kind === 'print' && event.stream === wanted ? [event.text] : []));

/** A lane resumes, then suspends or settles, then resumes; the lanes at which this is not so. */
function outOfStep(events: readonly TraceEvent[]): TraceEvent[] {
  const states = new Map<number, 'waits' | 'runs' | 'over'>([[0, 'waits']]);
  return events.filter((event) => {
    if (event.kind === 'create') states.set(event.lane, 'waits');
    if (event.kind !== 'resume' && event.kind !== 'suspend' && event.kind !== 'settle') return false;
    const wanted = event.kind === 'resume' ? 'waits' : 'runs';
    const wrong = states.get(event.lane) !== wanted;
    states.set(event.lane, event.kind === 'resume' ? 'runs' : event.kind === 'settle' ? 'over' : 'waits');
    return wrong;
  });
}

/** Queue and number of each job that leaves a queue in which it does not wait. */
function strayJobs(events: readonly TraceEvent[]): string[] {
  const waiting = new Set<string>();
  return events.flatMap((event) => {
    if (event.kind !== 'enqueue' && event.kind !== 'dequeue' && event.kind !== 'cancel') return [];
    const job = `${event.queue} ${event.job}`;
    if (event.kind !== 'enqueue') return waiting.delete(job) ? [] : [job];
    waiting.add(job);
    return [];
  });
}

it('the programs are found', () => expect([corpus.length, snippets.length].every((count) => count > 10)).toBe(true));

describe.each(engines)('a trace of $name', ({ absent, files, needs }) => {
  if (absent) return it.skip('it is not there');
  let traces: ReadonlyMap<string, TracedPython>;
  let untraced: ReadonlyMap<string, RunResult>;
  beforeAll(async () => {
    const programs = files.map((file) => ({ file, needs }));
    const [traced, plain] = await Promise.all([
      traceAllPython(root, programs),
      runCpythonBatch(root, files, { needs }),
    ]);
    traces = new Map(files.map((file, index) => [file, traced[index] ?? expect.fail('a trace is missing')]));
    untraced = new Map(files.map((file, index) => [file, plain[index] ?? expect.fail('a run is missing')]));
  });
  const traceOf = (file: string) => traces.get(file) ?? expect.fail(`${file} was not traced`);

  describe.each(files.map((file) => [relative(root, file), file] as const))('of %s', (_, file) => {
    it('has the lines that the program prints without it', () => {
      const { events, stdout, stderr, exit, elapsed } = traceOf(file);
      const plain = untraced.get(file) ?? expect.fail(`${file} did not run`);
      const lines = (stream: string) => plain.lines.flatMap((line) => (line.stream === stream ? [line.text] : []));
      expect({ exit, elapsed }).toEqual({ exit: plain.exit, elapsed: plain.elapsed });
      expect([stdout, stderr]).toEqual([lines('stdout'), lines('stderr')]);
      expect([printed(events, 'stdout'), printed(events, 'stderr')]).toEqual([stdout, stderr]);
    });

    it('keeps every lane and every job in step', () => {
      const { events } = traceOf(file);
      expect(events.flatMap((event) => traceEventSchema.safeParse(event).error ?? [])).toEqual([]);
      expect([outOfStep(events), strayJobs(events)]).toEqual([[], []]);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b));
    });
  });

  it.each(files.filter((file) => file.includes('corpus')).map((file) => [relative(root, file), file] as const))(
    'of %s prints as on the real clock',
    (_, file) => {
      const lines = printed(traceOf(file).events, 'stdout').map((text) => `${text}\n`);
      expect(lines.join('')).toBe(readFileSync(file.replace(/py$/, 'out'), 'utf8'));
    },
  );
});

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

  it('says which lane made a task, where each waits and on what', () => {
    const events = eventsOf('tasks');
    const lanes = events
      .filter((event) => event.kind === 'create')
      .map(({ lane, name, line, by }) => [lane, name, line, by]);
    expect(lanes.slice(0, 4)).toEqual([
      [1, 'main', 14, 0],
      [2, 'work', 8, 1],
      [3, '<lambda>', 17, 1],
      [4, 'waiting', 23, 1],
    ]);
    const waits = events
      .filter((event) => event.kind === 'suspend')
      .map(({ lane, line, on }) => `${lane} at ${line}: ${on}`);
    expect(waits.slice(0, 5)).toEqual([
      '0 at 28: event loop',
      '1 at 20: task work',
      '2 at 10: sleep(0.1)',
      '1 at 24: sleep(0)',
      '4 at 0: Queue.get',
    ]);
  });

  it('says how lanes end, and whether what they waited for failed', () => {
    const events = eventsOf('tasks');
    const ends = events.flatMap((event) => (event.kind === 'settle' ? [`${event.lane} ${event.how}`] : []));
    expect(ends.slice(0, 4)).toEqual(['3 return', '2 throw', '1 return', '4 cancel']);
    const thrown = events.flatMap((event) => (event.kind === 'resume' && event.how ? [event.lane] : []));
    expect(thrown).toEqual([1, 4]);
  });

  it('names the line of a lane and the lines in the helpers that it called', () => {
    const prints = eventsOf('tasks').filter((event) => event.kind === 'print');
    expect(prints.map(({ lane, line, via, text }) => [lane, line, via, text])).toEqual([
      [2, 9, [5], 'a'],
      [3, 17, [5], 'later'],
      [1, 22, undefined, 'caught'],
    ]);
  });

  it('follows a timer from its queue into the ready queue, and the clock with it', () => {
    const events = eventsOf('tasks');
    const sleep = events.filter((event) => event.kind === 'enqueue' && event.label === 'end of sleep');
    expect(sleep).toMatchObject([
      { queue: 'timers', by: 2, due: 100 },
      { queue: 'ready', by: 2, at: 100 },
    ]);
    expect(events.flatMap((event) => (event.kind === 'time' ? [event.to] : []))).toEqual([50, 100]);
    const cancelled = events.filter((event) => event.kind === 'cancel').map(({ queue, job }) => `${queue} ${job}`);
    const never = events.find((event) => event.kind === 'enqueue' && event.label === 'say');
    expect(never).toMatchObject({ queue: 'ready' });
    expect(cancelled).toEqual([never?.kind === 'enqueue' && `ready ${never.job}`]);
  });

  it('steps through generators, with what is thrown into them', () => {
    const steps = eventsOf('generators').flatMap((event) => {
      if (event.kind === 'resume') return [`resume ${event.lane} at ${event.line}${event.how ? ': throw' : ''}`];
      if (event.kind === 'suspend') return [`suspend ${event.lane} at ${event.line}`];
      return event.kind === 'settle' ? [`settle ${event.lane}`] : [];
    });
    expect(steps).toEqual([
      ...['resume 0 at 0', 'resume 1 at 5', 'suspend 1 at 7', 'resume 1 at 7: throw'],
      ...['resume 2 at 1', 'suspend 2 at 2', 'suspend 1 at 10'],
      ...['resume 1 at 10', 'resume 2 at 2', 'settle 2', 'settle 1', 'settle 0'],
    ]);
  });

  it('ends with what ended the program', () => {
    const { events, exit } = traceOf('deadlock');
    expect(exit).toBe(13);
    expect(events.filter((event) => event.kind === 'unsettled')).toMatchObject([{ line: 8 }]);
    expect(events.at(-1)).toMatchObject({ kind: 'exit', code: 13 });
  });

  it('follows a schedule that was explored', async () => {
    const file = join(root, 'test/fixtures/corpus/py/13-wait-first.py');
    const [outcome] = await explorePython(root, file, { cause: 'latency', seeds: 1, seed: 7 });
    const { stdout } = await tracePython(root, { file, needs: [] }, { cause: 'latency', seed: 7 });
    expect(stdout).toEqual(outcome?.stdout);
  });

  it('a tracer that fails at every moment changes nothing', async () => {
    const { executable } = await locateCpython(root, []);
    for (const name of names) {
      const file = join(own, `${name}.py`);
      const args = [join(own, 'throwing.py'), join(root, 'src/runtime/python/trace'), file];
      const result = await runProcess({ command: executable, args, cwd: own, env: programEnvironment() }, { file });
      const texts = (stream: string) => result.lines.flatMap((line) => (line.stream === stream ? [line.text] : []));
      const { stdout, stderr, exit } = traceOf(name);
      expect([texts('stdout'), texts('stderr'), result.exit]).toEqual([stdout, stderr, exit]);
    }
  });
});
