// Events have no prose: waits and jobs are closed unions, their words stand in one catalogue, and nobody reads data out of text.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { jobSchema } from '../../src/trace/jobs.ts';
import { traceEventSchema, traceSchema, traceStrandKinds, traceVersion } from '../../src/trace/events.ts';
import type { Job, TraceEvent, TraceEventKind, Wait } from '../../src/trace/events.ts';
import { engineTasks } from '../../src/trace/kinds.ts';
import { captionsOf } from '../../src/trace/narrate/captions.ts';
import type { Catalogue } from '../../src/trace/narrate/catalogue/catalogue.ts';
import * as words from '../../src/trace/narrate/catalogue/words.ts';
import { stateAt } from '../../src/trace/replay/replay.ts';
import { groups, waitSchema } from '../../src/trace/waits.ts';

const root = join(import.meta.dirname, '../..');

/** Everything that reads events, or what is said about them. */
const readers = globSync(
  [
    'src/trace/{narrate,compare,replay}/**/*.ts',
    'src/trace/recorder.ts',
    'src/components/{steps,view}/**/*.ts',
    'src/cli/step/*.ts',
    'src/recorded/*.ts',
    'src/check/{recorded,proof,counts}/*.ts',
    'src/site/trace*.ts',
    'src/runtime/real/record/*.ts',
    'src/runtime/schedules/*.ts',
  ],
  { cwd: root },
).sort();

/** Regular expressions over other text: addresses, paths, arguments, names of engines, the markup of a row, stack traces, limits. */
const others: Readonly<Record<string, number>> = {
  'src/cli/step/step.ts': 1,
  'src/components/steps/both/view.ts': 1,
  'src/components/view/plain-text.ts': 2,
  'src/components/view/printed-view.ts': 1,
  'src/check/proof/verdict-errors.ts': 1,
  'src/check/recorded/orphans.ts': 1,
  'src/runtime/real/record/trace.ts': 1,
  'src/runtime/schedules/explore.ts': 1,
  'src/site/trace-endpoint.ts': 1,
  'src/site/trace-weight.ts': 1,
};

/** The nodes of a file's syntax tree. */
function* nodesOf(file: string): Generator<ts.Node> {
  const open: ts.Node[] = [ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)];
  for (let node; (node = open.pop());) {
    yield node;
    ts.forEachChild(node, (child) => void open.push(child));
  }
}

function patternsIn(file: string): number {
  return [...nodesOf(file)].filter((node) => {
    return ts.isRegularExpressionLiteral(node) || (ts.isIdentifier(node) && node.text === 'RegExp');
  }).length;
}

/** Strings and parts of templates of several words. */
function sentencesIn(file: string): string[] {
  return [...nodesOf(file)].flatMap((node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    return isText && /[a-z] [a-z]/.test(node.text) ? [node.text] : [];
  });
}

describe('no regular expression looks at the text of an event', () => {
  test('a pattern is seen', () => {
    expect(readers.length).toBeGreaterThan(60);
    expect(patternsIn('src/components/bench/address.ts')).toBe(1);
  });

  test('who reads events has none, but for text of another kind', () => {
    const found = readers.map((file) => [file, patternsIn(file)] as const).filter(([, count]) => count > 0);
    expect(Object.fromEntries(found)).toEqual(others);
  });
});

test('what is said in English stands in a catalogue, and nothing else there', () => {
  const catalogue: Catalogue = words;
  expect(Object.keys(catalogue).sort()).toEqual(Object.keys({ ...words }).sort());
  const composing = globSync('src/trace/narrate/*.ts', { cwd: root });
  expect(composing.length).toBeGreaterThan(8);
  const kinds = new Set<string>([
    ...traceEventSchema.options.map(({ shape }) => shape.kind.value),
    ...traceStrandKinds,
    ...engineTasks,
  ]);
  expect(composing.flatMap(sentencesIn).filter((text) => !kinds.has(text))).toEqual([]);
});

const waits: Readonly<Record<Wait['kind'], Wait>> = {
  yield: { kind: 'yield' },
  turn: { kind: 'turn', repeated: true },
  sleep: { kind: 'sleep', ms: 20 },
  await: { kind: 'await', what: 'future' },
  event: { kind: 'event', name: 'go' },
  call: { kind: 'call', name: 'read' },
  pool: { kind: 'pool' },
  'Atomics.wait': { kind: 'Atomics.wait', ms: 5 },
  runs: { kind: 'runs', what: 'hub' },
  promise: { kind: 'promise', promise: 3, state: 'rejected' },
  strand: { kind: 'strand', strand: 1, how: 'join' },
  group: { kind: 'group', call: 'task group', strands: [1] },
  lock: { kind: 'lock', lock: 1 },
  channel: { kind: 'channel', channel: 2, how: 'put' },
  signal: { kind: 'signal', signal: 3 },
};

const jobs: Readonly<Record<Job['kind'], Job>> = {
  start: { kind: 'start', strand: 1 },
  resume: { kind: 'resume', strand: 1, line: 4 },
  callback: { kind: 'callback', of: 'timer', name: 'ring', ms: 5, line: 2 },
  call: { kind: 'call' },
  reaction: { kind: 'reaction', promise: 1, how: 'error' },
  adopt: { kind: 'adopt', promise: 1, adopts: 2, step: 'then' },
  combine: { kind: 'combine', call: 'Promise.race', does: 'settle', line: 3 },
  answer: { kind: 'answer', strand: 1 },
  engine: { kind: 'engine', does: 'sleep' },
};

const at = 0;
const reserved: Readonly<Record<'decision' | 'read' | 'write' | 'values', TraceEvent>> = {
  decision: {
    kind: 'decision',
    at,
    cause: 'threads',
    options: [
      { kind: 'strand', strand: 0, line: 2 },
      { kind: 'strand', strand: 1, line: 7 },
    ],
    chosen: 1,
    usual: 0,
  },
  read: { kind: 'read', at, strand: 1, line: 7, name: 'till', value: '0' },
  write: { kind: 'write', at, strand: 1, line: 7, name: 'till', value: '10' },
  values: { kind: 'values', at, strand: 1, values: { amount: '10', who: "'ann'" } },
};

const create: TraceEvent = { kind: 'create', at, strand: 1, strandKind: 'thread', name: 'ann', line: 5, by: 0 };

describe('each kind', () => {
  test('of wait is one of the schema and has its clause', () => {
    expect(Object.keys(waits)).toEqual(waitSchema.options.map(({ shape }) => shape.kind.value));
    const events = Object.values(waits).map((on): TraceEvent => ({ kind: 'suspend', at, strand: 0, line: 9, on }));
    for (const event of events) expect(traceEventSchema.parse(event)).toEqual(event);
    const captions = captionsOf([create, ...events]).slice(1);
    expect(new Set(captions).size).toBe(events.length);
    for (const caption of captions) expect(caption).toMatch(/^main suspends at line 9: (?:it|the hub) \w/);
  });

  test('of group has its words', () => {
    const events = groups.map((call): TraceEvent => {
      return { kind: 'suspend', at, strand: 0, line: 9, on: { kind: 'group', call } };
    });
    expect(new Set(captionsOf(events)).size).toBe(groups.length);
  });

  test('of job is one of the schema and has its words', () => {
    expect(Object.keys(jobs)).toEqual(jobSchema.options.map(({ shape }) => shape.kind.value));
    const events = Object.values(jobs).map((what, index): TraceEvent => {
      return { kind: 'enqueue', at, queue: 'micro', job: index + 1, what, by: 0 };
    });
    for (const event of events) expect(traceEventSchema.parse(event)).toEqual(event);
    expect(captionsOf([create, ...events]).slice(1)).toEqual(
      [
        'start thread ann',
        'resume thread ann at line 4',
        'ring of line 2',
        'call a function',
        'pass the error on by then',
        'let a promise adopt another promise',
        'settle Promise.race of line 3',
        'answer return() of thread ann',
        'end of sleep of main',
      ].map((job) => `a job waits in the microtask queue: ${job}`),
    );
  });
});

test('decisions, reads, writes and values are told, and leave the state in peace', () => {
  const events: TraceEvent[] = Object.values(reserved);
  for (const event of events) expect(traceEventSchema.parse(event)).toEqual(event);
  expect(captionsOf([create, ...events]).slice(1)).toEqual([
    'here the run leaves its usual way, for threads run in any order: thread ann goes on at line 7; in the plain run main goes on at line 2',
    'thread ann reads 0 from till at line 7',
    'thread ann writes 10 into till at line 7',
    "thread ann has amount = 10, who = 'ann'",
  ]);
  const { strands } = stateAt([create, ...events], 5);
  expect(strands[1]).toMatchObject({ name: 'ann', status: 'created', line: 7 });
});

test('a trace of version 1, which had sentences, is none', () => {
  const trace = { version: traceVersion, language: 'ts', engine: 'traced 1', events: [create] };
  expect(traceSchema.safeParse(trace).success).toBe(true);
  expect(traceSchema.safeParse({ ...trace, version: 1 }).success).toBe(false);
  const kind: TraceEventKind = 'suspend';
  expect(traceEventSchema.safeParse({ kind, at, strand: 0, line: 1, on: 'yield' }).success).toBe(false);
});
