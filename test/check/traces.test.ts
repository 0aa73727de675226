// Stored traces are evidence only if they belong to the very program and contract beside them and print what was recorded.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scope } from '../../src/check/check.ts';
import { outputOf } from '../../src/recorded/outputs.ts';
import { prove } from '../../src/check/proof/proof.ts';
import { makeTraces } from '../../src/recorded/trace-runs.ts';
import { readTraces, storedFailure } from '../../src/recorded/traces.ts';
import { traces } from '../../src/check/recorded/traces.ts';
import { readCourse, requireSnippet } from '../../src/course/course.ts';
import { traceFile } from '../../src/course/trace-file.ts';
import { outputKey } from '../../src/runtime/process/output-key.ts';
import { recorder } from '../../src/trace/recorder.ts';
import { serializeTraces } from '../../src/trace/stored.ts';
import { noCpython } from '../cpython.ts';
import { copyOfCourse, courseWithPair } from '../small-course.ts';

const file = 'snippets/one/recorded/turns.ts.trace.json';
const record = '\n  fix: npm run course -- record one/turns';

async function faults(root: string): Promise<string[]> {
  const context = scope(readCourse(root));
  return context ? (await traces.run(context)).map(({ message }) => message) : [];
}

/** The course with `from` replaced by `to` in one file. */
function edited(path: string, from: string | RegExp, to: string, root = copyOfCourse()): string {
  writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8').replace(from, to));
  return root;
}

/** What one run of the TypeScript program `text` is stored as. */
async function storedOf(text: string) {
  const root = edited('snippets/one/turns.ts', /[\s\S]*/, text);
  return makeTraces(root, requireSnippet(readCourse(root), 'one/turns'), 'ts');
}

test('fresh traces that print what was recorded have no fault', async () => {
  expect(await faults(courseWithPair())).toEqual([]);
});

test('traces that are not there are named with the command that makes them', async () => {
  const root = copyOfCourse();
  rmSync(join(root, file));
  expect(await faults(root)).toEqual([`${file}  these traces are not there${record}`]);
});

describe('traces are out of date', () => {
  test.each([
    ['of another program', '"program": "', '"program": "0', 'snippets/one/turns.ts has changed since'],
    ['of another contract', '"contract": "', '"contract": "0', 'snippets/one/turns.order has changed since'],
    ['of another snippet', '"one/turns"', '"one/fails"', `${file} holds the traces of one/fails.ts`],
    ['of an engine of the other language', '"traced"', '"cpython"', 'cpython does not run snippets/one/turns.ts'],
    ['that are half a file', /\n {4}\{[\s\S]*/, '', `${file} holds no traces`],
    ['of version 2', '"version": 3', '"version": 2', `${file} is of version 2; version 3 is read`],
    ['with an event of no kind', '"kind":"print"', '"kind":"prince"', `${file} holds no traces`],
  ])('%s', async (_, from, to, reason) => {
    expect(await faults(edited(file, from, to))).toEqual([`${file}  these traces are out of date: ${reason}${record}`]);
  });

  test('without the failing schedule of a broken program', async () => {
    const broken = 'snippets/one/recorded/total.broken.ts.trace.json';
    const root = edited(
      broken,
      /"token":"traced\.latency\.(\w+)\.1"/,
      '"token":"traced.latency.$1.2"',
      courseWithPair(),
    );
    expect(await faults(root)).toEqual([
      expect.stringMatching(/total\.broken\.ts\.trace\.json {2}these traces .*: it has no run of the failing schedule/),
    ]);
  });
});

test('a plain run that prints otherwise than recorded is refused', async () => {
  expect(await faults(edited(file, '"text":"two"', '"text":"four"'))).toEqual([
    `${file}  the traced run does not print what was recorded: output line 2: "four" came where the contract has "two" (contract line 2)\n  all other lines fit${record} --traces`,
  ]);
});

test('traces of no snippet are an error', async () => {
  const root = copyOfCourse();
  const path = 'snippets/one/recorded/gone.ts.trace.json';
  writeFileSync(join(root, path), '{}');
  expect(await faults(root)).toEqual([
    `${path}  these traces belong to no snippet\n  fix: delete them: git rm ${path}`,
  ]);
});

describe('what is stored', () => {
  test('a trace that comes to its limit of events is refused by this name', async () => {
    const loop = "// Counts far.\nlet n = 0;\nwhile (n < 30_000) n++;\nconsole.log('counted');\n";
    await expect(storedOf(loop)).rejects.toThrow(
      /snippets\/one\/turns\.ts {2}the trace of schedule traced\.usual\.\w+ is cut short: stopped after 20000 events\n {2}fix: let the program do less, with shorter loops: each step of it is an event/,
    );
  });

  test('the plain run comes first, then a run for each further output, with the failing schedule among them', async () => {
    const root = courseWithPair();
    const made = await makeTraces(root, requireSnippet(readCourse(root), 'one/total.broken'), 'ts');
    expect(made.explored.map(({ cause, coverage }) => [cause, coverage.kind])).toEqual([
      ['none', 'complete'],
      ['cpu', 'complete'],
      ['latency', 'complete'],
    ]);
    expect(made.runs.map(({ cause }) => cause)).toEqual(['none', 'latency', 'latency']);
    expect(
      made.runs.filter(
        ({ token }) => token === storedFailure(requireSnippet(readCourse(root), 'one/total.broken'), 'ts')?.token,
      ),
    ).toHaveLength(1);
    const all = made.explored.reduce((sum, { coverage }) => sum + coverage.schedules, 0);
    expect([made.outputs, made.runs.reduce((sum, { schedules }) => sum + schedules, 0)]).toEqual([3, all]);
  });

  test('what is made again is the same to the byte', async () => {
    const root = copyOfCourse();
    const snippet = requireSnippet(readCourse(root), 'one/turns');
    expect(serializeTraces(await makeTraces(root, snippet, 'ts'))).toBe(traceFile(snippet, 'ts').text);
    expect(readTraces(snippet, 'ts').state).toBe('fresh');
  });

  test('a run of more than 2,000 events is stored without lines and calls, and says how many it lacks', async () => {
    const { runs } = await storedOf('for (let n = 0; n < 3000; n++);\nconsole.log(1);');
    expect(runs[0]?.cut).toBeGreaterThan(3000);
    const kept = Object.keys(recorder().tracer);
    expect(runs[0]?.events.filter(({ kind }) => !kept.includes(kind))).toEqual([]);
  });

  test('of many outputs the eight are stored that are nearest to the usual one', async () => {
    const root = edited(
      'snippets/one/turns.order',
      /[\s\S]*/,
      '~ any order by latency: a network\n  1\n  2\n  3\n  4\n',
    );
    writeFileSync(
      join(root, 'snippets/one/turns.ts'),
      'for (const n of [1, 2, 3, 4]) setTimeout(() => console.log(n), 100 + n);',
    );
    const { outputs, runs } = await makeTraces(root, requireSnippet(readCourse(root), 'one/turns'), 'ts');
    expect(outputs).toBeGreaterThan(8);
    expect(runs).toHaveLength(8);
    const distances = runs.map(({ departures = [] }) => departures.length);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });
});

describe.skipIf(noCpython)('what no engine runs under schedules', () => {
  const program = [
    '# Two processes print.',
    '# needs: processes',
    'import multiprocessing',
    "multiprocessing.set_start_method('fork')",
    "for name in 'ab':",
    '    multiprocessing.Process(target=print, args=[name]).start()',
  ].join('\n');
  const real = (contract: string) => {
    const root = edited('snippets/one/turns.py', /[\s\S]*/, program);
    edited('snippets/one/turns.order', /[\s\S]*/, contract, root);
    return makeTraces(root, requireSnippet(readCourse(root), 'one/turns'), 'py');
  };

  test('is stored from a real run, and one of each further output under seeded pauses', async () => {
    const { engine, explored, outputs, runs } = await real('~ any order by threads: two processes\n  a\n  b\n');
    expect([engine.name, explored, outputs]).toEqual(['cpython', [], 0]);
    expect(runs.map(({ cause }) => cause)).toEqual(['none', 'threads']);
    expect(new Set(runs.map((run) => outputKey(outputOf(run)))).size).toBe(2);
  });

  test('is refused where a traced run breaks the contract', async () => {
    await expect(real('c\n')).rejects.toThrow('snippets/one/turns.order:1');
  });
});

describe('the stored numbers of schedules', () => {
  test('that the proof does not find again are a fault', async () => {
    const root = edited(file, '"schedules":1', '"schedules":60');
    const proofs = await prove(root, [requireSnippet(readCourse(root), 'one/turns')]);
    const said = proofs.flatMap(({ errors }) => errors.map(({ message }) => message));
    expect(said.filter((message) => message.startsWith(file))).toEqual([
      `${file}  the stored numbers are not what the schedules give: stored 1 in all; none: 1 output, complete (60 schedules); cpu: 1 output, complete (1 schedule); found 1 in all; none: 1 output, complete (1 schedule); cpu: 1 output, complete (1 schedule)${record} --traces`,
    ]);
  });

  test.skipIf(noCpython)('of another version of the engine say nothing', async () => {
    const path = file.replace('.ts.', '.py.');
    const root = edited(path, '"schedules":1', '"schedules":60');
    edited(path, /"version":"3[^"]*"/, '"version":"3.11.0"', root);
    const proofs = await prove(root, [requireSnippet(readCourse(root), 'one/turns')]);
    expect(proofs.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
