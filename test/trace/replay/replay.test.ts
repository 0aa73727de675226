// Replay: the state after any number of events, forwards and back, for every program that the traced engine runs.
import fc from 'fast-check';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { apply, stateAt, stops } from '../../../src/trace/replay/replay.ts';
import { start } from '../../../src/trace/replay/state.ts';
import { programs, traceOf, traceOfText } from '../traces.ts';

test('all programs of the corpus have a trace', () => {
  const corpus = globSync('test/fixtures/corpus/ts/*.ts', { cwd: join(import.meta.dirname, '../../..') });
  expect(programs).toEqual(expect.arrayContaining(corpus));
  expect(corpus.length).toBeGreaterThan(15);
});

describe.each(programs)('%s', (path) => {
  const { events, lines } = traceOf(path);
  const forward = [start];
  for (const event of events) forward.push(apply(forward.at(-1) ?? start, event));

  test('the printed lines are the output of the run', () => {
    const printed = stateAt(events, events.length).output.map(({ at, stream, text, strand }) => ({
      at,
      stream,
      text,
      strand,
    }));
    expect(printed).toEqual(lines);
  });

  test('any way through the steps, forward and back, meets the same states', () => {
    const steps = fc.array(fc.nat(events.length), { minLength: 1, maxLength: 8 });
    const seen = (step: number) => expect(stateAt(events, step)).toEqual(forward[step]);
    fc.assert(
      fc.property(steps, (way) => way.forEach(seen)),
      { numRuns: 10 },
    );
  });

  test('the strands that run are those on the stack', () => {
    for (const { strands, stack } of forward) {
      const running = strands.filter(({ status }) => status === 'running').map(({ strand }) => strand);
      expect(running.toSorted()).toEqual(stack.toSorted());
    }
  });

  test('a timer runs before no timer that is due earlier', () => {
    for (const { queues } of forward) {
      const due = (queues.timers ?? []).map((job) => job.due ?? 0);
      expect(due).toEqual(due.toSorted((one, other) => one - other));
    }
  });
});

test('events in any order give a state', () => {
  const all = programs.slice(0, 20).flatMap((path) => traceOf(path).events);
  const shuffled = fc.shuffledSubarray(all, { maxLength: 300 });
  fc.assert(fc.property(shuffled, (events) => stateAt(events, events.length).step === events.length));
});

describe('generated events', () => {
  const id = fc.integer({ min: 1, max: 3 });
  const strand = fc.integer({ min: 0, max: 3 });
  const common = { at: fc.constant(0), strand, line: fc.nat(9), name: fc.constant('thing') };
  const event: fc.Arbitrary<TraceEvent> = fc.oneof(
    fc.record({ ...common, kind: fc.constant('create'), strandKind: fc.constant('task'), by: strand }),
    fc.record({ at: common.at, strand, line: common.line, kind: fc.constant('resume') }),
    fc.record({
      at: common.at,
      strand,
      line: common.line,
      kind: fc.constant('suspend'),
      on: fc.constant({ kind: 'lock', lock: 1 }),
    }),
    fc.record({
      at: common.at,
      strand,
      kind: fc.constant('settle'),
      how: fc.constantFrom('return', 'throw', 'cancel'),
    }),
    fc.record({ ...common, kind: fc.constant('lock'), lock: id, how: fc.constantFrom('wait', 'acquire', 'release') }),
    fc.record({
      ...common,
      kind: fc.constant('channel'),
      channel: id,
      how: fc.constantFrom('wait', 'put', 'get'),
      item: fc.constantFrom('1', '2'),
    }),
    fc.record({
      ...common,
      kind: fc.constant('signal'),
      signal: id,
      how: fc.constantFrom('wait', 'set', 'clear', 'notify'),
    }),
  );
  const events = fc.array(event, { maxLength: 60 });

  test('give the same states forward and back', () => {
    fc.assert(
      fc.property(events, (all) => {
        const forward = [start];
        for (const one of all) forward.push(apply(forward.at(-1) ?? start, one));
        for (let step = all.length; step >= 0; step--) expect(stateAt(all, step)).toEqual(forward[step]);
      }),
      { numRuns: 50 },
    );
  });

  test('leave no strand waiting that has resumed or ended', () => {
    fc.assert(
      fc.property(events, (all) => {
        const last = all.at(-1);
        if (last?.kind !== 'resume' && last?.kind !== 'settle') return;
        const { locks, channels, signals } = stateAt(all, all.length);
        expect([...locks, ...channels, ...signals].flatMap(({ waiting }) => waiting)).not.toContain(last.strand);
      }),
    );
  });

  test('have a caption each', () => {
    fc.assert(
      fc.property(events, (all) => {
        expect(captionsOf(all).join('\n')).not.toMatch(/undefined|NaN|\[object/);
      }),
    );
  });
});

describe('two timers', () => {
  const source = ['async function f() {', '  await null;', "  setTimeout(() => console.log('late'), 20);", '}', 'f();'];
  const events = traceOfText([...source, 'setTimeout(() => f, 5);'].join('\n'));
  const before = (found: (index: number) => boolean) => stateAt(events, [...events.keys()].find(found) ?? 0);

  test('a suspended strand says for what it waits', () => {
    const state = before((index) => events[index - 1]?.kind === 'suspend');
    expect(state.strands[1]).toMatchObject({
      name: 'f',
      status: 'suspended',
      line: 2,
      on: { kind: 'await', what: 'value' },
    });
  });

  test('wait in the order in which they are due', () => {
    const state = before((index) => events[index]?.kind === 'time');
    expect(state.queues.timers?.map(({ due }) => due)).toEqual([5, 20]);
  });

  test('a strand that has returned stays in the list', () => {
    const { strands, exit, clock } = stateAt(events, events.length);
    expect(strands.map(({ status }) => status)).toEqual(['returned', 'returned', 'returned', 'returned']);
    expect({ exit, clock }).toEqual({ exit: 0, clock: 20 });
  });
});

test('in a detailed trace a strand knows the calls that it is in', () => {
  const events = traceOfText("const say = () => {\n  console.log('x');\n};\nsay();");
  const print = events.findIndex(({ kind }) => kind === 'print');
  expect(stateAt(events, print).strands[0]).toMatchObject({ line: 4, calls: [{ name: 'say', line: 2 }] });
});

test('a reader stops at the start and after each event that is not a mere line or ordinary call', () => {
  const events = traceOfText("const say = () => {\n  console.log('x');\n};\nsay();");
  const kinds = stops(events).map((step) => events[step - 1]?.kind);
  expect(kinds.slice(0, 3)).toEqual([undefined, 'resume', 'print']);
});
