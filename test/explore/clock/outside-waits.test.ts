// Which of several waits ends next: outside waits may be late without bound, time limits may not.
import { describe, expect, test } from 'vitest';
import { marginOf } from '../../../src/explore/clock/margin.ts';
import { OutsideWaits } from '../../../src/explore/clock/outside-waits.ts';
import { zoneOf } from '../../../src/explore/clock/path.ts';
import { reader } from '../../../src/explore/policy/policy.ts';
import { Recorder, runUnder } from '../../../src/explore/recorder.ts';
import { searchAll } from '../search/support.ts';

interface Began {
  readonly id: string;
  readonly least: number;
  /** Absent: without bound. */
  readonly most?: number;
  /** What begins at its end. */
  readonly then?: readonly Began[];
}

const outside = (id: string, least: number, then: readonly Began[] = []): Began => ({ id, least, then });
const limit = (id: string, least: number, then: readonly Began[] = []): Began => ({ id, least, most: least, then });

/** Runs them to their ends: the ids in order, those that ended in one turn joined by `+`. */
function program(first: readonly Began[], inTurns = false) {
  return (recorder: Recorder): { readonly text: string; readonly waits: OutsideWaits } => {
    const waits = new OutsideWaits(recorder.choose);
    const byId = new Map<string, Began>();
    const begin = (all: readonly Began[]): void => {
      for (const one of all) {
        byId.set(one.id, one);
        waits.begin({ way: { id: one.id }, least: one.least, most: one.most ?? Infinity });
      }
    };
    begin(first);
    const turns: string[] = [];
    for (let id; (id = waits.next()) !== undefined;) {
      const turn = [id];
      for (let more; inTurns && (more = waits.another()) !== undefined;) turn.push(more);
      turns.push(turn.join('+'));
      for (const one of turn) begin(byId.get(one)?.then ?? []);
    }
    return { text: turns.join(' '), waits };
  };
}

const orders = (first: readonly Began[], inTurns = false): string[] =>
  [...searchAll((recorder) => program(first, inTurns)(recorder).text).outputs].sort();

describe('the usual order', () => {
  test.each([
    [[outside('a', 30), outside('b', 10), outside('c', 20)], 'b c a'],
    [[outside('a', 10), outside('b', 10)], 'a b'],
    [[limit('a', 10), outside('b', 10)], 'a b'],
    [[outside('a', 10, [outside('b', 5)]), outside('c', 12)], 'a c b'],
  ])('%j: %s', (first, order) => {
    expect(runUnder({ deviations: [] }, program(first)).outcome.text).toBe(order);
  });
});

describe('all orders', () => {
  test('of outside waits: a short one may be later than a long one', () => {
    expect(orders([outside('a', 10), outside('b', 1000)])).toEqual(['a b', 'b a']);
  });

  test('a time limit that is shorter than a wait comes before it', () => {
    expect(orders([limit('limit', 50), outside('a', 100)])).toEqual(['limit a']);
  });

  test('a wait that is shorter than a time limit may end before it or after it', () => {
    expect(orders([limit('limit', 50), outside('a', 10)])).toEqual(['a limit', 'limit a']);
  });

  test('time limits keep the order of their ends, and of their beginnings where they end at once', () => {
    expect(orders([limit('a', 20), limit('b', 10), limit('c', 20)])).toEqual(['b a c']);
  });

  test('a limit that begins at the end of a wait is that much later', () => {
    const first = [outside('a', 10, [limit('after a', 20)]), limit('limit', 25)];
    // a ends before 5 for nobody: after a may not come before the limit
    expect(orders(first)).toEqual(['a limit after a', 'limit a after a']);
  });

  test('two limits behind two waits come in the order of the ends of those', () => {
    const first = [outside('a', 10, [limit('A', 100)]), outside('b', 10, [limit('B', 100)])];
    expect(orders(first)).toEqual(['a A b B', 'a b A B', 'b B a A', 'b a B A']);
  });

  test('with a most of 15 a wait of 10 is not later than one of 16', () => {
    expect(orders([{ id: 'a', least: 10, most: 15 }, limit('b', 16)])).toEqual(['a b']);
    expect(orders([{ id: 'a', least: 10, most: 15 }, limit('b', 12)])).toEqual(['a b', 'b a']);
  });
});

describe('in turns, where all that has ended is handed out at once', () => {
  test('two outside waits end in one turn, in either order, or in two', () => {
    expect(orders([outside('a', 10), outside('b', 20)], true)).toEqual(['a b', 'a+b', 'b a', 'b+a']);
  });

  test('what comes from outside is before a time limit of the same turn', () => {
    expect(orders([outside('a', 10), limit('limit', 20)], true)).toEqual(['a limit', 'a+limit', 'limit a']);
  });

  test('what begins at once when the turn ends is over before a limit that was not over in that turn', () => {
    const first = [outside('a', 10, [limit('next', 0)]), limit('limit', 20)];
    expect(orders(first, true)).toEqual(['a next limit', 'a+limit next', 'limit a next']);
  });

  test('two time limits that end at once are due in one turn', () => {
    expect(orders([limit('a', 20), limit('b', 20), limit('c', 21)], true)).toEqual(['a+b c']);
  });
});

describe('what is asked', () => {
  /** The choices of a run in turns, under these answers. */
  const choices = (first: readonly Began[], answers: readonly number[]) => {
    const recorder = new Recorder(reader((_, position) => answers[position] ?? 0));
    const { text, waits } = program(first, true)(recorder);
    return {
      text,
      path: waits.path,
      asked: recorder.end().map(({ cause, ways }) => [cause, ways?.map(({ id }) => id)]),
    };
  };

  test('is who ends next, the usual one first, and who else in the same turn, usually nobody', () => {
    const { text, asked } = choices([outside('a', 30), outside('b', 10), outside('c', 20)], [2, 1]);
    expect(text).toBe('a+b c');
    expect(asked).toEqual([
      ['latency', ['b', 'c', 'a']],
      ['latency', ['nobody', 'b', 'c']],
      ['latency', ['nobody', 'c']],
    ]);
  });

  test('is nothing where one is left, or where all must be in the turn', () => {
    expect(choices([outside('a', 10)], []).asked).toEqual([]);
    expect(choices([limit('a', 20), limit('b', 20)], [])).toMatchObject({ text: 'a+b', asked: [] });
  });

  test('and nobody else in the turn means that no time limit was over yet', () => {
    const first = [outside('a', 10), limit('limit', 20)];
    const lastEnd = (answers: readonly number[]) => zoneOf(choices(first, answers).path).most(1, 0);
    expect(choices(first, [0, 0]).asked).toEqual([
      ['latency', ['a', 'limit']],
      ['latency', ['nobody', 'limit']],
    ]);
    expect([lastEnd([0, 0]), lastEnd([0, 1])]).toEqual([19, 20]);
  });

  test('and nobody else in the turn says nothing about outside waits', () => {
    const { path } = choices([outside('a', 10), outside('b', 10)], [0, 0]);
    expect(zoneOf(path).most(1, 0)).toBe(Infinity);
  });
});

test('a wait that is cancelled does not end', () => {
  const waits = new OutsideWaits(() => 0);
  waits.begin({ way: { id: 'a' }, least: 10, most: Infinity });
  waits.begin({ way: { id: 'b' }, least: 20, most: Infinity });
  waits.cancel('a');
  expect([waits.next(), waits.next()]).toEqual(['b', undefined]);
});

describe('the margin of an order is the least lateness that gives it', () => {
  const margins = (first: readonly Began[], order: string) => {
    const found = searchAll((recorder) => program(first)(recorder).text).schedules.map((schedule) => {
      const { text, waits } = runUnder(schedule, program(first)).outcome;
      return { text, margin: marginOf([waits.path]) };
    });
    return found.find(({ text }) => text === order)?.margin;
  };

  test('a time limit is never late', () => {
    const first = [outside('a', 10), limit('limit', 20)];
    expect(margins(first, 'limit a')).toMatchObject({ total: 10, longest: 10, delays: [{ time: 2, length: 10 }] });
    expect(margins(first, 'a limit')).toMatchObject({ total: 0, delays: [] });
  });

  test.each([
    ['a b c', { total: 0, longest: 0 }],
    ['b a c', { total: 20, longest: 20 }],
    ['a c b', { total: 30, longest: 30 }],
    ['c b a', { total: 80, longest: 50 }],
  ])('%s', (order, margin) => {
    expect(margins([outside('a', 10), outside('b', 30), outside('c', 60)], order)).toMatchObject(margin);
  });
});

describe('what the program itself spends', () => {
  const begun = (ids: readonly (readonly [id: string, least: number, most: number])[]) => {
    const waits = new OutsideWaits(() => 0);
    for (const [id, least, most] of ids) waits.begin({ way: { id }, least, most });
    return waits;
  };

  test('nothing ends in it: a time limit that was over meanwhile ends at once, before what began later', () => {
    const waits = begun([['limit', 10, 10]]);
    waits.pass(50);
    waits.begin({ way: { id: 'later' }, least: 1, most: 1 });
    expect(waits.soonest).toBe(50);
    expect(waits.next()).toBe('limit');
    expect(waits.soonest).toBe(50);
    expect(waits.next()).toBe('later');
    expect(waits.soonest).toBe(51);
  });

  test('is no lateness of a wait', () => {
    const waits = begun([['a', 10, Infinity]]);
    waits.pass(50);
    waits.next();
    expect(marginOf([waits.path])).toMatchObject({ total: 0, longest: 0 });
  });

  test('a number that is looked at is the earliest, and no other from then on', () => {
    const waits = begun([
      ['a', 10, Infinity],
      ['limit', 25, 25],
    ]);
    waits.next();
    expect(waits.isPinned).toBe(false);
    expect(waits.pin()).toBe(10);
    expect(waits.isPinned).toBe(true);
    expect(zoneOf(waits.path).most(1, 0)).toBe(10);
  });
});

describe('what ends at once, in one turn of a loop that calls one timer after the other', () => {
  const both = () => {
    const asked: (readonly string[])[] = [];
    const waits = new OutsideWaits(({ ways = [] }) => {
      asked.push(ways.map(({ id }) => id));
      return 0;
    });
    return { waits, asked };
  };

  test('the usual one first, then nobody, then each that can be late until then', () => {
    const { waits, asked } = both();
    for (const [id, least] of [
      ['a', 10],
      ['b', 10],
      ['c', 30],
    ] as const)
      waits.begin({ way: { id }, least, most: Infinity });
    expect([waits.next('b'), waits.atOnce('a'), waits.atOnce()]).toEqual(['b', 'a', undefined]);
    expect(asked).toEqual([
      ['b', 'a', 'c'],
      ['a', 'nobody', 'c'],
      ['nobody', 'c'],
    ]);
  });

  test('a time limit that is over must end in it', () => {
    const { waits, asked } = both();
    for (const id of ['a', 'b']) waits.begin({ way: { id }, least: 20, most: 20 });
    expect([waits.next('b'), waits.atOnce('a')]).toEqual(['b', 'a']);
    expect(asked).toEqual([['b', 'a']]);
  });
});
