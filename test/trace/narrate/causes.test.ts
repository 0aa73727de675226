// Why this order: the chain of causes of a printed line.
import { describe, expect, test } from 'vitest';
import { causesOf } from '../../../src/trace/narrate/causes.ts';
import { programs, traceOf, traceOfText } from '../traces.ts';

function why(number: number, ...lines: readonly string[]): string[] | undefined {
  return causesOf(traceOfText(lines.join('\n')), number);
}

/** An error that nothing has caught is printed by the engine; the events before it say where it came from. */
const byEngine = /was printed by the engine, not by a line of the program\.$/;

test.each(programs)('%s: every line that it prints has causes back to the start of the program', (path) => {
  const { events, lines } = traceOf(path);
  lines.forEach((_, index) => {
    const chain = causesOf(events, index + 1) ?? [];
    if (chain.length === 1 && byEngine.test(chain[0] ?? '')) return;
    expect(chain.at(-1)).toMatch(/^(?:main|The main program) started when the program started\.$/);
    expect(chain.slice(1).join('\n')).not.toMatch(/undefined|NaN|line 0\b|strand \d/);
  });
});

describe('a line printed', () => {
  test('by an async function after a timer', () => {
    const source = [
      "import { setTimeout as sleep } from 'node:timers/promises';",
      'async function b() {',
      '  await sleep(20);',
      "  console.log('x');",
      '}',
      'b();',
    ];
    expect(why(1, ...source)).toEqual([
      '"x" was printed by async function b at line 4.',
      'async function b resumed at line 3 when what it awaited was fulfilled by timer callback of line 3 at line 3.',
      'timer callback of line 3 started when the timer of 20 ms was due at 20 ms, set by async function b at line 3.',
      'async function b was started by main at line 6.',
      'main started when the program started.',
    ]);
  });

  test('by a strand that another one had woken', () => {
    const source = [
      'const { promise, resolve } = Promise.withResolvers();',
      "const a = async () => { await promise; console.log('a'); };",
      'a();',
      'resolve(1);',
    ];
    expect(why(1, ...source)).toEqual([
      '"a" was printed by async function a at line 2.',
      'async function a resumed at line 2 when what it awaited was fulfilled by main at line 4.',
      'main started when the program started.',
    ]);
  });

  test('after an await of something settled', () => {
    expect(why(1, 'await null;', "console.log('x');")).toEqual([
      '"x" was printed by main at line 2.',
      'main resumed at line 1 after one microtask: what it awaited was settled already.',
      'main started when the program started.',
    ]);
  });

  test.each([
    ['process.nextTick', 'nextTick callback of line 1 started as a nextTick callback queued by main at line 1.'],
    ['queueMicrotask', 'microtask callback of line 1 started as a microtask queued by main at line 1.'],
    ['setImmediate', 'immediate callback of line 1 started as an immediate set by main at line 1.'],
  ])('in a callback of %s', (queue, says) => {
    expect(why(1, `${queue}(() => console.log('x'));`)?.[1]).toBe(says);
  });

  test('by the engine, which tells of an error that nobody caught', () => {
    expect(why(1, "setTimeout(() => { throw new Error('no'); }, 5);")?.[0]).toMatch(/ was printed by /);
  });
});

test('a line that was not printed has no causes', () => {
  expect(why(2, "console.log('x');")).toBeUndefined();
  expect(why(0, "console.log('x');")).toBeUndefined();
});
