// The symbolic clock under two event loops: each path that it predicts can be walked with numbers, and no stalls print anything that
// it does not predict.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marginOf } from '../../../src/explore/clock/margin.ts';
import { SymbolicClock } from '../../../src/explore/clock/symbolic.ts';
import type { ClockOptions } from '../../../src/explore/clock/symbolic.ts';
import type { Choose } from '../../../src/explore/decision.ts';
import { Random } from '../../../src/random.ts';
import { start } from '../../../src/explore/clock/path.ts';
import { reader } from '../../../src/explore/policy/policy.ts';
import { Recorder, runUnder } from '../../../src/explore/recorder.ts';
import { Search } from '../../../src/explore/search/search.ts';
import type { SearchOptions } from '../../../src/explore/search/search.ts';
import { ConcreteClock, stallingClock, witnessOf } from '../engines/concrete-clock.ts';
import type { LoopClock } from '../engines/concrete-clock.ts';
import { raceOnAsyncio, raceOnNode } from '../engines/race.ts';
import { onAsyncio, onNode, timedPrograms } from '../engines/timed-programs.ts';
import type { TimedTask } from '../engines/timed-programs.ts';

type Program = (clock: LoopClock, choose: Choose) => string;

interface Found {
  readonly text: string;
  readonly path: SymbolicClock['path'];
}

const options = { step: 1, stalls: 'any' } as const;

/** All paths of a program, the usual one first. */
function pathsOf(
  program: Program,
  clockOptions: Omit<ClockOptions, 'choose'> = options,
  bounds: SearchOptions = {},
): Found[] {
  const search = new Search(bounds);
  const found: Found[] = [];
  for (let batch; (batch = search.next(1)).length > 0;) {
    for (const schedule of batch) {
      const run = runUnder(schedule, ({ choose }): Found => {
        const clock = new SymbolicClock({ choose, ...clockOptions });
        return { text: program(clock, choose), path: clock.path };
      });
      found.push(run.outcome);
      search.take(schedule, run);
    }
  }
  return found;
}

const textsOf = (paths: readonly Found[]): string[] => [...new Set(paths.map(({ text }) => text))].sort();
const none: Choose = () => 0;

describe.each<[string, (tasks: readonly TimedTask[]) => Program, 0 | 1, number]>([
  ['asyncio', (tasks) => (clock, choose) => onAsyncio(tasks, clock, choose), 1, 1000],
  ['Node', (tasks) => (clock) => onNode(tasks, clock), 0, 1],
])('%s', (_, programOf, step, unit) => {
  test('the usual path is that of a clock without stalls', () => {
    fc.assert(
      fc.property(timedPrograms, (tasks) => {
        const program = programOf(tasks);
        const usual = runUnder({ deviations: [] }, ({ choose }) =>
          program(new SymbolicClock({ choose, step, stalls: 'any' }), choose),
        );
        expect(usual.outcome).toBe(program(new ConcreteClock(step, (earliest) => earliest), none));
      }),
    );
  });

  test('random programs: each path is walked by its least stalls, and random stalls print nothing else', () => {
    fc.assert(
      fc.property(timedPrograms, fc.nat(), (tasks, seed) => {
        const program = programOf(tasks);
        const paths = pathsOf(program, { step, stalls: 'any' });
        for (const { text, path } of paths) expect(program(witnessOf(path), none)).toBe(text);
        for (const { text, path } of paths.slice(0, 5)) {
          const { values } = marginOf([path]);
          expect(program(new ConcreteClock(step, (_, reading) => values[reading] ?? NaN), none)).toBe(text);
        }
        const texts = textsOf(paths);
        const random = new Random(seed);
        for (let run = 0; run < 50; run++) {
          const clock = stallingClock(step, 3, 60 * unit, () => random.next());
          expect(texts).toContain(program(clock, none));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('two shops of 150 and 50 ms, of which main takes the first answer', () => {
  const usual = 'north sold, main north, south off, 1';
  const both = (first: string, second: string) => [`${first} sold, ${second} sold`, 'north', 'south'];

  test('on Node there are two outputs: the answer is taken before the next timer', () => {
    expect(textsOf(pathsOf(raceOnNode, { step: 0, stalls: 'any' }))).toEqual([
      'north sold, main north, 1',
      'south sold, main south, 1',
    ]);
  });

  test('on asyncio both may answer in one turn: four outputs, of which two depend on the order of a set', () => {
    const found = textsOf(pathsOf(raceOnAsyncio(true)));
    const [northFirst, ...shops] = both('north', 'south');
    const [southFirst] = both('south', 'north');
    const lost = [northFirst, southFirst].flatMap((sold) => shops.map((shop) => `${sold}, main ${shop}, 2`));
    expect(found).toEqual([...lost, 'south sold, main south, north off, 1', usual].sort());
    // what a set gives first is no matter of time: with one order of it, two of them cannot come
    expect(textsOf(pathsOf(raceOnAsyncio(false)))).toEqual(found.filter((text) => !/sold, main north, 2/.test(text)));
  });

  test('random stalls print just what the symbolic clock predicts', () => {
    const random = new Random(1);
    const drawn = new Set<string>();
    for (let run = 0; run < 20_000; run++) {
      const clock = stallingClock(1, 3, 200_000, () => random.next());
      drawn.add(raceOnAsyncio(true)(clock, () => random.upTo(1)));
    }
    expect([...drawn].sort()).toEqual(textsOf(pathsOf(raceOnAsyncio(true))));
  });

  test('one stall is enough for each of them, and none gives the usual one', () => {
    const atMost = (stalls: number) =>
      textsOf(pathsOf(raceOnAsyncio(true), { step: 1, stalls: 'chosen' }, { bound: { cpu: stalls } }));
    expect(atMost(0)).toEqual([usual]);
    expect(atMost(1)).toEqual(textsOf(pathsOf(raceOnAsyncio(true))));
  });

  /** Of all paths with other lines than the usual ones, in ms. */
  function marginOfOthers(paths: readonly Found[]): { readonly total: number; readonly longest: number } {
    const others = paths.filter(({ text }) => text !== usual).map(({ path }) => path);
    const { total, longest } = marginOf(others);
    return { total: Math.round(total / 1000), longest: Math.round(longest / 1000) };
  }

  test('the margin on asyncio is 100 ms in all, which three stalls of 33 ms may add up to', () => {
    // between the two call_later, before the first deadline is waited for, and after it
    expect(marginOfOthers(pathsOf(raceOnAsyncio(true)))).toEqual({ total: 100, longest: 33 });
  });

  test('the margin on Node is a single stall of 100 ms, between the two setTimeout', () => {
    const other = pathsOf(raceOnNode, { step: 0, stalls: 'any' }).find(({ text }) => text.startsWith('south'));
    expect(other && marginOf([other.path])).toMatchObject({
      total: 100,
      longest: 100,
      delays: [{ time: 2, length: 100 }],
    });
    expect(other?.path.times[2]?.at).toEqual({ what: 'setTimeout' });
  });
});

describe('a program that looks at the clock', () => {
  test('sees the earliest number that fits what was decided, and the readings before it stay as early', () => {
    const clock = new SymbolicClock({ choose: none, ...options });
    const before = clock.read();
    clock.waitUntil({ ...before, plus: 500 });
    const after = clock.read();
    expect(clock.isPinned).toBe(false);
    expect([clock.pin(before), clock.pin(after), clock.pin({ ...after, plus: 7 })]).toEqual([1, 501, 508]);
    expect(clock.isPinned).toBe(true);
    // no stall has gone by, so that nothing is left to choose
    const clockOfOneAnswer = new SymbolicClock({ choose: () => 1, ...options });
    const [one, other] = [clockOfOneAnswer.read(), clockOfOneAnswer.read()];
    clockOfOneAnswer.pin(other);
    expect(clockOfOneAnswer.isBefore({ ...one, plus: 10 }, other)).toBe(false);
  });
});

describe('what is asked', () => {
  const at = { strand: 'main', line: 3, what: 'sleep' };

  test('is nothing about two values of one reading', () => {
    const clock = new SymbolicClock({ choose: () => 1, ...options });
    const one = clock.read();
    const isBefore = (gap: number) => clock.isBefore(one, { ...one, plus: gap });
    expect([isBefore(-1), isBefore(0), isBefore(1)]).toEqual([false, false, true]);
  });

  test('is a comparison with its place, once: what it implies is known from then on', () => {
    const recorder = new Recorder(reader(() => 1));
    const clock = new SymbolicClock({ choose: recorder.choose, ...options });
    const [first, second] = [clock.read(), clock.read()];
    const isBefore = (gap: number) => clock.isBefore(second, { ...first, plus: gap }, at);
    // usually 1 after the first; now at least 10 after it, which leaves 20 open
    expect([isBefore(10), isBefore(5), isBefore(10), isBefore(20)]).toEqual([false, false, false, false]);
    expect(recorder.end()).toEqual([
      { cause: 'cpu', options: 2, at, taken: 1 },
      { cause: 'cpu', options: 2, at, taken: 1 },
    ]);
  });

  test('is a stall with its place and its cost, where stalls are chosen; without one the reading is as early as it can be', () => {
    const recorder = new Recorder(reader(() => 0));
    const clock = new SymbolicClock({ choose: recorder.choose, step: 1, stalls: 'chosen' });
    const reading = clock.read(at);
    expect(clock.isBefore(reading, { ...start, plus: 2 })).toBe(true);
    expect(recorder.end()).toEqual([{ cause: 'cpu', options: 2, cost: 1, at, taken: 0 }]);
  });
});

describe('what a loop asks of its clock without a decision', () => {
  const clock = () => new SymbolicClock({ choose: () => 1, step: 0, stalls: 'any' });

  test('how early an instant can be, and a reading now', () => {
    const time = clock();
    const first = time.read();
    expect([time.earliest({ ...first, plus: 20 }), time.soonest]).toEqual([20, 0]);
    time.waitUntil({ ...first, plus: 30 });
    expect(time.soonest).toBe(30);
  });

  test('whether something is before whatever is decided', () => {
    const time = clock();
    const [first, second] = [time.read(), time.read()];
    expect(time.isSurelyBefore(first, { ...second, plus: 1 })).toBe(true);
    expect(time.isSurelyBefore(second, { ...first, plus: 1 })).toBe(false);
    expect(time.path.inequalities).toEqual([]);
  });

  test('a condition is kept, unless it contradicts what was decided', () => {
    const time = clock();
    const [first, second] = [time.read(), time.read()];
    time.keepNotBefore(second, { ...first, plus: 5 });
    expect(time.earliest(second)).toBe(5);
    time.keepNotBefore(first, { ...second, plus: 1 });
    expect(time.earliest(second)).toBe(5);
    expect(time.isSurelyBefore(first, second)).toBe(true);
  });

  test('what is given up is known in what it said of the others, and asked for no more', () => {
    const time = clock();
    const readings = Array.from({ length: 9 }, () => time.read());
    const [first = start, second = start] = readings;
    time.keepNotBefore(second, { ...first, plus: 7 });
    time.keepOnly([first]);
    expect(time.soonest).toBe(7);
    expect(() => time.earliest(second)).toThrow('time 2 was given up');
  });
});
