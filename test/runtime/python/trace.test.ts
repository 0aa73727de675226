// Every Python program of the course, of the full course and of the corpus, traced: those with the same needs in one CPython. A new program is
// a new test.
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCourse } from '../../../src/course/course.ts';
import { courseRoot } from '../../../src/course/files.ts';
import { CourseError } from '../../../src/error.ts';
import type { Need } from '../../../src/languages.ts';
import { findCpython } from '../../../src/runtime/cpython/cpython.ts';
import type { RunResult } from '../../../src/runtime/engine.ts';
import { runCpythonBatch } from '../../../src/runtime/virtual/cpython.ts';
import { traceAllPython } from '../../../src/runtime/virtual/trace.ts';
import type { TracedPython } from '../../../src/runtime/virtual/trace.ts';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import { causesOf } from '../../../src/trace/narrate/causes.ts';
import { apply, stateAt } from '../../../src/trace/replay/replay.ts';
import { start } from '../../../src/trace/replay/state.ts';
import { traceEventSchema } from '../../../src/trace/events.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { noCpython } from '../../cpython.ts';
import { fullCourse } from '../../full-course.ts';

const root = courseRoot();
const home = join(import.meta.dirname, '../../..');
const own = join(home, 'test', 'fixtures', 'trace-python');
const corpus = globSync('test/fixtures/corpus/py/*.py', { cwd: home }).map((file) => join(home, file));
const snippets = pythonPrograms();
const examples = [
  'tasks',
  'generators',
  'deadlock',
  'lines',
  'locks',
  'condition',
  'barrier',
  'kept-alive',
  'deep',
].map((name) => join(own, `${name}.py`));
const files = [...corpus, ...snippets, ...examples].sort();
const gevent = [
  ...globSync('test/fixtures/corpus/gevent/*.py', { cwd: home }).map((file) => join(home, file)),
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

/** The Python programs of both courses with just these needs. */
function pythonPrograms(...needs: readonly Need[]): string[] {
  const snippets = [root, fullCourse].flatMap((course) => [...openCourse(course).snippets.values()]);
  const all = snippets.map(({ programs }) => programs.py);
  return all.filter((program) => program.needs.join() === needs.join()).map(({ file }) => file);
}

const printed = (events: readonly TraceEvent[], wanted: 'stdout' | 'stderr') =>
  events.flatMap((event) => (event.kind === 'print' && event.stream === wanted ? [event.text] : []));

/** A strand resumes, then suspends or settles, then resumes; the strands at which this is not so. */
function outOfStep(events: readonly TraceEvent[]): TraceEvent[] {
  const states = new Map<number, 'waits' | 'runs' | 'over'>([[0, 'waits']]);
  return events.filter((event) => {
    if (event.kind === 'create') states.set(event.strand, 'waits');
    if (event.kind !== 'resume' && event.kind !== 'suspend' && event.kind !== 'settle') return false;
    const wanted = event.kind === 'resume' ? 'waits' : 'runs';
    const wrong = states.get(event.strand) !== wanted;
    states.set(event.strand, event.kind === 'resume' ? 'runs' : event.kind === 'settle' ? 'over' : 'waits');
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

  describe.each(files.map((file) => [relative(home, file), file] as const))('of %s', (_, file) => {
    it('has the lines that the program prints without it', () => {
      const { events, stdout, stderr, exit, elapsed } = traceOf(file);
      const plain = untraced.get(file) ?? expect.fail(`${file} did not run`);
      const lines = (stream: string) => plain.lines.flatMap((line) => (line.stream === stream ? [line.text] : []));
      expect({ exit, elapsed }).toEqual({ exit: plain.exit, elapsed: plain.elapsed });
      expect([stdout, stderr]).toEqual([lines('stdout'), lines('stderr')]);
      expect([printed(events, 'stdout'), printed(events, 'stderr')]).toEqual([stdout, stderr]);
    });

    it('has the same states forward and back', () => {
      const { events } = traceOf(file);
      const forward = [start];
      for (const event of events) forward.push(apply(forward.at(-1) ?? start, event));
      const last = forward.length - 1;
      for (const step of [last, Math.ceil(last / 2), Math.ceil(last / 3), 1, 0]) {
        expect(stateAt(events, step)).toEqual(forward[step]);
      }
    });

    it('has captions without holes, and causes back to the start for each line that a strand printed', () => {
      const { events } = traceOf(file);
      const captions = captionsOf(events).filter((caption) => !caption.includes(' prints'));
      expect(captions.filter((caption) => /undefined|NaN|\[object|line 0|strand \d|^\s|\s$|\.$/.test(caption))).toEqual(
        [],
      );
      const count = Math.min(20, events.filter(({ kind }) => kind === 'print').length);
      for (let line = 1; line <= count; line++) {
        expect(causesOf(events, line)?.at(-1)).toMatch(/started when the program started\.$/);
      }
    });

    it('keeps every strand and every job in step', () => {
      const { events } = traceOf(file);
      expect(events.flatMap((event) => traceEventSchema.safeParse(event).error ?? [])).toEqual([]);
      expect([outOfStep(events), strayJobs(events)]).toEqual([[], []]);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b));
    });
  });

  it.each(files.filter((file) => file.includes('corpus')).map((file) => [relative(home, file), file] as const))(
    'of %s prints as on the real clock',
    (_, file) => {
      const lines = printed(traceOf(file).events, 'stdout').map((text) => `${text}\n`);
      expect(lines.join('')).toBe(readFileSync(file.replace(/py$/, 'out'), 'utf8'));
    },
  );
});
