// The model behind the step-through: places, states, words, addresses, tracks and looks, without a page.
import { describe, expect, test } from 'vitest';
import { fromHash, toHash } from '../../src/components/bench/address.ts';
import { fromRanges, toRanges } from '../../src/site/line-ranges.ts';
import { ticksOf, tracksOf } from '../../src/components/steps/lane-tracks.ts';
import { looksOf, pairLines } from '../../src/components/steps/looks.ts';
import { Player } from '../../src/components/steps/player.ts';
import { spoken } from '../../src/components/steps/words.ts';
import { laneWords } from '../../src/trace/narrate/lanes.ts';
import { shortSteps } from '../../src/trace/replay/short-steps.ts';
import { stateAt, stops } from '../../src/trace/replay/replay.ts';
import { main, start } from '../../src/trace/replay/state.ts';
import { narrationOf } from '../../src/trace/narrate/narration.ts';
import { traceOfText } from '../trace/traces.ts';

const program = `
async function work() {
  console.log('starts');
  await null;
  console.log('ends');
}
setTimeout(() => console.log('timer'), 10);
void work();
console.log('main');
`;
const events = traceOfText(program);
const make = (list = events) => new Player({ engine: '', cause: 'none', events: list, ...narrationOf(list) });
const makeWhole = (list = events) => {
  const player = make(list);
  player.setWalk('events');
  return player;
};

function told(player: Player): string[] {
  return Array.from({ length: player.last + 1 }, (_, place) => {
    player.goTo(place);
    return spoken(player);
  });
}

describe('a player', () => {
  test('stops at short steps, at every event where the terminal stops, or at every line', () => {
    const player = make();
    expect(player.steps).toEqual([0, ...shortSteps(events).map(({ step }) => step)]);
    player.setWalk('events');
    expect(player.steps).toEqual(stops(events));
    player.setWalk('lines');
    expect(player.last).toBe(events.length);
  });

  test('says of a short step what led to it, and of an event that alone', () => {
    const player = make();
    const ends = player.steps.findIndex((_, place) => player.caption(place).includes('"ends"'));
    expect(player.caption(ends)).toBe(
      'Main returns. Async function work resumes at line 4: what it awaited was settled already. ' +
        'Async function work prints "ends" at line 5',
    );
    expect(player.prints).toContain(ends);
    player.setWalk('events');
    expect(player.caption(player.prints[2] ?? 0)).toBe('async function work prints "ends" at line 5');
  });

  test('shows at each place the state that the fold over the trace gives, forward and back', () => {
    const many = traceOfText(`for (let i = 0; i < 20; i++) setTimeout(() => console.log(i), 20 - i);`);
    const player = make(many);
    player.setWalk('lines');
    for (const place of [...many.keys(), ...[...many.keys()].reverse()])
      expect(player.state(place)).toEqual(stateAt(many, place));
  });

  test('stays within its ends and tells of a step only where there is one', () => {
    const player = makeWhole();
    const places: number[] = [];
    const stop = player.on('step', () => places.push(player.place));
    for (const to of [-3, 2, 2, 999, Number.NaN]) player.goTo(to);
    stop();
    player.goTo(0);
    expect(places).toEqual([2, player.last]);
  });

  test('keeps its moment when it stops at more places, and the one after when at fewer', () => {
    const player = makeWhole();
    player.goTo(3);
    const step = player.steps[3] ?? 0;
    player.setWalk('lines');
    expect(player.steps[player.place]).toBe(step);
    player.goTo(step + 1);
    player.setWalk('events');
    expect(player.steps[player.place]).toBe(stops(events).find((one) => one > step));
  });

  test('without lines in its trace cannot stop at every line', () => {
    const plain = events.filter(({ kind }) => kind !== 'line' && kind !== 'call' && kind !== 'leave');
    expect(make().walks).toEqual(['short', 'events', 'lines']);
    expect(make(plain).walks).toEqual(['short', 'events']);
  });
});

describe('a step in words', () => {
  test('five steps, as a screen reader hears them', () => {
    const waiting = 'Microtask queue: resume async function work at line 4. ';
    const timer = 'Timers: timer of line 7, due at 10 ms. ';
    expect(told(makeWhole()).slice(5, 10)).toEqual([
      `Step 5 of 25. Async function work prints "starts" at line 3. ${timer}Printed so far: starts.`,
      `Step 6 of 25. Async function work suspends at line 4: it awaits a value that is no promise. ${timer}Printed so far: starts.`,
      `Step 7 of 25. A promise of that value is fulfilled at once. ${timer}Printed so far: starts.`,
      `Step 8 of 25. A job waits in the microtask queue: resume async function work at line 4. ${timer}${waiting}Printed so far: starts.`,
      `Step 9 of 25. Main prints "main" at line 9. ${timer}${waiting}Printed so far: starts; main.`,
    ]);
  });

  test('of more than three printed lines only how many and the last are said', () => {
    const player = makeWhole(traceOfText(`for (const name of ['a', 'b', 'c', 'd']) console.log(name);`));
    expect(told(player).filter((text) => text.includes('prints'))).toEqual([
      'Step 2 of 10. Main prints "a" at line 1. Printed so far: a.',
      'Step 3 of 10. Main prints "b" at line 1. Printed so far: a; b.',
      'Step 4 of 10. Main prints "c" at line 1. Printed so far: a; b; c.',
      'Step 5 of 10. Main prints "d" at line 1. Printed so far: 4 lines, the last one d.',
    ]);
  });

  test('a lane that waits says on what and where', () => {
    const player = makeWhole();
    const said = player.steps.flatMap((_, place) => {
      const state = player.state(place);
      return state.strands
        .filter(({ status }) => status !== 'created')
        .map((strand) => laneWords(strand, state, player.names));
    });
    expect(said).toContain('awaits a value that is no promise, at line 4');
    expect(said).toContain('has called async function work, at line 8');
    expect(said).toContain('runs at line 5');
  });

  test('a thread runs beside the lane that started it, which has not called it', () => {
    const running = (strand: number, kind: 'main' | 'thread' | 'generator') => {
      return { ...main, strand, kind, status: 'running', line: strand + 1 } as const;
    };
    const strands = [running(0, 'main'), running(1, 'thread'), running(2, 'generator')];
    const state = { ...start, strands, stack: [0, 1, 2] };
    const names = { ...make().names, strand: (strand: number) => `lane ${strand}` };
    expect(strands.map((strand) => laneWords(strand, state, names))).toEqual([
      'runs at line 1',
      'has called lane 2, at line 2',
      'runs at line 3',
    ]);
  });
});

describe('an address', () => {
  test('of a step is read as it was written', () => {
    const address = { id: 'chapter/name.broken', language: 'py', run: 2, mode: 'steps', step: 40 } as const;
    expect(toHash(address)).toBe('#chapter/name.broken.py.2/steps/40');
    expect(fromHash(toHash(address))).toEqual({ ...address, walk: 'short' });
    expect(toHash({ ...address, walk: 'lines' })).toBe('#chapter/name.broken.py.2/lines/40');
    expect(fromHash('#chapter/name.py.0/events/7')).toMatchObject({ mode: 'steps', walk: 'events', run: 0, step: 7 });
  });

  test('of a view needs no language', () => {
    expect(toHash({ id: 'chapter/name', mode: 'predict' })).toBe('#chapter/name/predict');
    expect(fromHash('#chapter/name/predict')).toMatchObject({ id: 'chapter/name', mode: 'predict' });
  });

  test.each([
    '',
    '#why-this-order',
    '#chapter/name',
    '#chapter/name.ts.1',
    '#chapter/name.js.0/steps/1',
    '#chapter/name.ts.0/steps/-1',
    '#chapter/name.ts.0/steps/1.5',
  ])('%j is none', (hash) => expect(fromHash(hash)).toBeUndefined());

  test('lines become ranges and lines again', () => {
    expect(toRanges([1, 2, 3, 5, 8, 9])).toBe('1-3,5,8-9');
    expect(fromRanges('1-3,5,8-9')).toEqual([1, 2, 3, 5, 8, 9]);
  });
});

describe('the lanes over the steps', () => {
  test('callbacks share a track, every other lane has its own', () => {
    const list = traceOfText(`setTimeout(() => console.log('a'), 1); setTimeout(() => console.log('b'), 2);`);
    expect(tracksOf(make(list)).map(({ name, prints }) => [name, prints.map(({ text }) => text)])).toEqual([
      ['main', []],
      ['callbacks', ['a', 'b']],
    ]);
  });

  test('a lane runs, waits for what it awaits, and runs again', () => {
    const track = tracksOf(makeWhole()).find(({ name }) => name.includes('work'));
    expect(track?.spans.map(({ activity, on }) => [activity, on])).toEqual([
      ['runs', undefined],
      ['waits', 'awaits a value that is no promise'],
      ['runs', undefined],
    ]);
  });

  test('the axis has a mark where the clock has moved, and none where it never does', () => {
    expect(ticksOf(makeWhole()).map(({ clock }) => clock)).toEqual([0, 10]);
    expect(ticksOf(make(traceOfText(`console.log('now');`)))).toEqual([]);
  });
});

describe('looks', () => {
  const line = (strand: number, text: string) => ({ at: 0, stream: 'stdout', text, strand, line: 1, step: 1 }) as const;

  test('a lane looks as its lines do in the recorded output', () => {
    const shown = [
      { text: 'a', look: 1 },
      { text: 'b', look: 0 },
    ];
    const looks = looksOf([0, 4, 7], [line(7, 'b'), line(4, 'a')], shown);
    expect([...looks]).toEqual([
      [7, 0],
      [4, 1],
      [0, 2],
    ]);
  });

  test('equal texts are paired in their order, and a line without a partner with nothing', () => {
    expect(pairLines(['x', 'y', 'x', 'x'], ['x', 'x', 'y'])).toEqual([0, 2, 1, undefined]);
  });
});
