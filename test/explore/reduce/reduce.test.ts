// What a reduction leaves out, and where it leaves out nothing.
import { describe, expect, test } from 'vitest';
import type { Choice } from '../../../src/explore/decision.ts';
import { touchesSame } from '../../../src/explore/reduce/dependence.ts';
import type { SearchOptions } from '../../../src/explore/search/search.ts';
import { waits, waitsProgram } from '../engines/waits.ts';
import { searchAll } from '../search/support.ts';
import type { Program } from '../search/support.ts';

describe('steps are dependent', () => {
  const step = (strand: string, reads: readonly string[], writes: readonly string[] = []) => ({
    strands: [strand],
    reads,
    writes,
  });

  test.each([
    ['of one strand', step('a', []), step('a', []), true],
    ['of two strands that touch nothing', step('a', []), step('b', []), false],
    ['that only read the same name', step('a', ['n']), step('b', ['n']), false],
    ['of which one writes what the other reads', step('a', [], ['n']), step('b', ['n']), true],
    ['that write the same name', step('a', [], ['n']), step('b', [], ['n']), true],
    ['that write other names', step('a', [], ['n']), step('b', [], ['m']), false],
    ['of which nobody knows what they touch but the strands', { strands: ['a', 'b'] }, { strands: ['b'] }, true],
  ])('%s: %j %j', (_, a, b, are) => {
    expect(touchesSame(a, b)).toBe(are);
    expect(touchesSame(b, a)).toBe(are);
  });
});

/**
 * The runs of sleep sets over strands of one independent step each, on paper: the others of a point are tried in order, each asleep for
 * those after it; what comes after a way that sleeps is not looked at.
 */
function runsOnPaper(ready: readonly string[], asleep: readonly string[]): number {
  const [usual, ...others] = ready;
  if (usual === undefined || others.length === 0) return 0;
  let runs = asleep.includes(usual) ? 0 : runsOnPaper(others, asleep);
  let sleep = [...asleep, usual];
  for (const other of others) {
    if (asleep.includes(other)) continue;
    runs +=
      1 +
      runsOnPaper(
        ready.filter((one) => one !== other),
        sleep,
      );
    sleep = [...sleep, other];
  }
  return runs;
}

test.each([2, 3, 4, 5, 6])('sleep sets over %i independent strands run as many schedules as on paper', (count) => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, count);
  const { schedules } = searchAll(waitsProgram(waits(count)), { dependent: (a, b) => a.strands[0] === b.strands[0] });
  expect(schedules).toHaveLength(1 + runsOnPaper(names, []));
});

describe.each<[string, SearchOptions]>([
  ['sleep sets', { dependent: touchesSame }],
  ['happens-before caching', { dependent: touchesSame, bound: { threads: 9 } }],
])('%s leave nothing out', (_, options) => {
  const ways = [{ id: 'a' }, { id: 'b' }];
  const eight =
    (choice: Choice, looks: boolean): Program =>
    (recorder) => {
      const taken = [0, 1, 2].map((index) => {
        const one = recorder.choose(choice);
        if (looks) recorder.ran({ strands: [`${one} ${index}`] });
        return one;
      });
      return taken.join('');
    };

  test.each([
    ['where nobody looked at what ran', { ways }, false],
    ['where the ways have no names and nobody looked', {}, false],
  ])('%s', (__, more, looks) => {
    const { outputs, schedules } = searchAll(eight({ cause: 'threads', options: 2, ...more }, looks), options);
    expect(outputs.size).toBe(8);
    expect(schedules).toHaveLength(8);
  });

  test('where all steps depend on each other', () => {
    const { outputs, schedules } = searchAll(waitsProgram(waits(4)), options);
    expect([outputs.size, schedules.length]).toEqual([24, 24]);
  });
});

test('sleep sets leave nothing out where the ways have no names', () => {
  const program: Program = (recorder) => {
    const taken = [0, 1, 2].map(() => recorder.choose({ cause: 'sets', options: 2 }));
    recorder.ran({ strands: ['main'] });
    return taken.join('');
  };
  expect(searchAll(program, { dependent: () => false }).outputs.size).toBe(8);
});

describe('where the engine says in which state it asks', () => {
  const dependent = () => true;

  test('what can come after a state is tried once', () => {
    const ones: Program = (recorder) => {
      let sum = 0;
      for (const index of [0, 1, 2, 3]) {
        sum += recorder.choose({ cause: 'threads', options: 2, cost: 1, state: `${index} ${sum}` });
      }
      return String(sum);
    };
    const full = searchAll(ones, { bound: { threads: 9 } });
    const reduced = searchAll(ones, { bound: { threads: 9 }, dependent });
    expect([full.outputs.size, full.schedules.length]).toEqual([5, 16]);
    expect(reduced.outputs).toEqual(full.outputs);
    // the usual one, and one for the deviation from each of the ten states
    expect(reduced.schedules.length).toBe(11);
  });

  test('a state that one run comes to twice cuts off nothing of what comes after it', () => {
    const twice: Program = (recorder) => {
      const choose = (state: string) => recorder.choose({ cause: 'threads', options: 2, state });
      const early = choose('begin') === 1 || choose('begin') === 1;
      return `${early} ${choose(`then ${early}`)}`;
    };
    const { outputs } = searchAll(twice, { bound: { threads: 1 }, dependent });
    expect([...outputs].sort()).toEqual(['false 0', 'false 1', 'true 0', 'true 1']);
  });
});
