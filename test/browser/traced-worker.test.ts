// The traced engine in a Worker of a real browser prints what it prints in Node, and what Node itself prints.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { digest } from '../../src/course/digest.ts';
import { CourseError } from '../../src/error.ts';
import { formatToken } from '../../src/explore/token.ts';
import { compileFile } from '../../src/runtime/traced/host.ts';
import { compile } from '../../src/runtime/traced/compile/compile.ts';
import { runInRealm } from '../../src/runtime/realm/realm.ts';
import type { TracedRun } from '../../src/runtime/traced/run.ts';
import type { TraceEvent } from '../../src/trace/events.ts';
import { recorder } from '../../src/trace/recorder.ts';
import { freedoms } from '../../src/order/index.ts';
import { recordingSchema } from '../../src/trace/recording.ts';
import { tape } from '../fuzz/fuzz.ts';
import { programOf } from '../fuzz/program.ts';
import { contractBeside, native, text, withoutStack } from '../runtime/traced/traced.ts';
import { test } from './browser.ts';
import type { PageOptions, PageRun } from './worker-page.ts';
import { useWorkerPage } from './worker-site.ts';
import { realClock } from '../real-clock.ts';
import { sample } from '../sample.ts';

const root = join(import.meta.dirname, '../..');
const found = (pattern: string) => globSync(pattern, { cwd: root }).sort();

const inWorker = useWorkerPage();

function fileInWorker(file: string, options: PageOptions = {}): Promise<PageRun> {
  const path = join(root, file);
  const program = { text: readFileSync(path, 'utf8'), file, url: pathToFileURL(path).href };
  return inWorker(program, { timeLimit: 10_000, ...options });
}

/** What a person sees of a run. */
function seen(run: PageRun | TracedRun): { stdout: string; stderr: string; exit: number | undefined } {
  if ('refused' in run) throw new Error(run.refused);
  const of = (stream: string) => text(run.lines.filter((line) => line.stream === stream).map((line) => line.text));
  return { stdout: of('stdout'), stderr: of('stderr'), exit: run.exit };
}

function inNode(file: string): ReturnType<typeof seen> | undefined {
  try {
    return seen(runInRealm(compileFile(join(root, file))));
  } catch (error) {
    if (error instanceof CourseError) return undefined;
    throw error;
  }
}

function recordingOf(file: string): string {
  return join(root, file.replace(/([^/]*)$/, 'recorded/$1.json'));
}

/** In a page there is no folder of the program. */
function readsFiles(file: string): boolean {
  return readFileSync(join(root, file), 'utf8').includes("from 'node:fs");
}

function isComparable(file: string): boolean {
  return !readsFiles(file) && existsSync(recordingOf(file)) && inNode(file) !== undefined;
}

function hasOneOrder(file: string): boolean {
  return freedoms(contractBeside(join(root, file))).length === 0;
}

/** Without detail a trace is still long enough to differ. */
function traceInNode(file: string): readonly TraceEvent[] {
  const { tracer, events } = recorder();
  runInRealm(compileFile(join(root, file)), { tracer });
  return events;
}

describe('the corpus prints what Node printed', () => {
  test.each(found('test/fixtures/corpus/ts/*.ts'))('%s', async (file) => {
    const run = seen(await fileInWorker(file));
    expect(run).toEqual(inNode(file));
    expect(run.stdout).toBe(readFileSync(join(root, file.replace(/\.ts$/, '.out')), 'utf8'));
  });
});

describe('programs that end in every way print and exit as on Node', () => {
  // Node's own run is on the real clock
  test.each(found('test/fixtures/traced/*.ts'))('%s', realClock, async (file) => {
    const run = seen(await fileInWorker(file));
    expect(run).toEqual(inNode(file));
    const real = await native(join(root, file));
    const stderr = withoutStack(run.stderr);
    expect({ ...run, stderr }).toEqual({ ...real, stderr: withoutStack(real.stderr) });
  });
});

describe('snippets whose order is not free print and exit as they did on Node when they were recorded', () => {
  test.each(sample(found('snippets/**/*.ts').filter(isComparable).filter(hasOneOrder)))('%s', async (file) => {
    const run = seen(await fileInWorker(file));
    expect(run).toEqual(inNode(file));
    const { lines, exit } = recordingSchema.parse(JSON.parse(readFileSync(recordingOf(file), 'utf8')));
    const stdout = lines.filter(({ stream }) => stream === 'stdout').map((line) => line.text);
    expect({ stdout: run.stdout, exit: run.exit }).toEqual({ stdout: text(stdout), exit });
  });
});

describe('a trace is the same in the Worker and in Node, event for event', () => {
  test.each(found('test/fixtures/{corpus/ts,traced}/*.ts'))('%s', async (file) => {
    const run = await fileInWorker(file, { trace: 'brief' });
    expect('events' in run && run.events).toEqual(traceInNode(file));
  });
});

test('200 random programs print the same in the Worker and in Node', async () => {
  const programs = fc.sample(tape, { numRuns: 200, seed: 20_26 }).map((choices) => programOf(choices));
  for (const { kind, text: program } of programs) {
    // a page runs modules alone
    if (kind === 'script') continue;
    const expected = runInRealm(compile(program, { file: 'program.ts' }));
    expect(seen(await inWorker({ text: program, file: 'program.ts' })), program).toEqual(seen(expected));
  }
});

describe('a token', () => {
  const source = 'for (const ms of [40, 50]) setTimeout(() => console.log(ms), ms);\nconsole.log(Math.random());';
  const token = formatToken({
    engine: 'traced',
    model: 'latency',
    digest: digest(source),
    deviations: [{ at: 0, take: 1 }],
  });

  test('gives the run that it gives in Node, told in the same detail', async () => {
    const { tracer, events } = recorder({ detail: true });
    const under = { model: 'latency', schedule: { deviations: [{ at: 0, take: 1 }] } } as const;
    const { stdout } = runInRealm(compile(source, { file: 'p.ts' }), { under, tracer });
    expect(stdout.slice(1)).toEqual(['50', '40']);
    expect(await inWorker({ text: source, file: 'p.ts' }, { token, trace: 'detail' })).toMatchObject({ events });
  });

  test.each([
    [
      'of the program before it was changed',
      token,
      `${source} `,
      'this token is of another program, or of this one before it was changed',
    ],
    ['of another engine', token.replace('traced', 'cpython-virtual'), source, 'this token is of another engine'],
    [
      'of a model of threads',
      token.replace('latency', 'gil'),
      source,
      'the traced engine has no schedules of the model "gil"',
    ],
    ['of a longer run', `${token}.z`, source, 'the schedule does not fit the run'],
    ['that is none', 'seed 7', source, '"seed 7" is no token of a schedule'],
  ])('%s is refused', async (_, given, text, refused) => {
    expect(await inWorker({ text, file: 'p.ts' }, { token: given })).toMatchObject({
      refused: expect.stringContaining(refused) as string,
      kind: 'misuse',
    });
  });
});
