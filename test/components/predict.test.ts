// A prediction is graded by the contract: over the whole course every order that may come is right, and each single exchange of two
// neighbours that may not swap is refused with a sentence about these two.
import { describe, expect, test } from 'vitest';
import { grade } from '../../src/components/predict/grade.ts';
import { offered, PredictedLines } from '../../src/components/predict/lines.ts';
import { predictView } from '../../src/components/view/predict-view.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { fixedId } from '../../src/course/halves.ts';
import { languages } from '../../src/languages.ts';
import { checkOutput, parseContract } from '../../src/order/index.ts';
import { contractOf, readStoredRecording, textOf } from '../../src/recorded/recordings.ts';
import { readTraces } from '../../src/recorded/traces.ts';
import { outputOf } from '../../src/recorded/outputs.ts';

const programs = [...openCourse(courseRoot()).snippets.values()]
  .filter(({ id }) => id === fixedId(id))
  .flatMap((snippet) =>
    languages.flatMap((language) => {
      const stored = readStoredRecording(snippet, language);
      if (stored.state !== 'fresh') return [];
      const printed = textOf(stored.recording.lines, 'stdout');
      return [{ snippet, language, printed, contract: contractOf(snippet, language) }];
    }),
  );
const alone = { joined: [], never: [] };

test('the programs are there', () => expect(programs.length).toBeGreaterThan(200));

test('every stored order that the contract allows is right', () => {
  for (const { snippet, language, printed, contract } of programs) {
    const stored = readTraces(snippet, language);
    const runs = stored.state === 'fresh' ? stored.traces.runs.map((run) => outputOf(run).stdout) : [];
    const orders = [printed, ...runs.filter((run) => run.toSorted().join() === printed.toSorted().join())];
    for (const order of orders.filter((one) => checkOutput(contract, one).length === 0))
      expect(grade(contract, printed, { ...alone, order }), snippet.id).toMatchObject({ kind: 'right' });
  }
});

test('each exchange of two neighbours is right where the contract allows it, else refused with these two', () => {
  let refused = 0;
  for (const { snippet, printed, contract } of programs) {
    for (let place = 0; place + 1 < printed.length; place++) {
      const [before = '', after = ''] = printed.slice(place, place + 2);
      if (before === after) continue;
      const order = printed.toSpliced(place, 2, after, before);
      const verdict = grade(contract, printed, { ...alone, order });
      if (checkOutput(contract, order).length === 0) expect(verdict, snippet.id).toMatchObject({ kind: 'right' });
      else {
        refused++;
        const says = `“${after}” cannot come before “${before}”.`;
        expect(verdict, `${snippet.id} ${place}`).toEqual({ kind: 'pair', before, after, says });
      }
    }
  }
  expect(refused).toBeGreaterThan(500);
});

test('a line that never comes is refused wherever it stands, for every program that offers one', () => {
  const offering = programs.flatMap(({ snippet, language, printed, contract }) =>
    predictView(snippet, language).strangers.map((text) => ({ printed, contract, text })),
  );
  expect(offering.length).toBeGreaterThan(20);
  for (const { printed, contract, text } of offering)
    for (const place of [...printed.keys(), printed.length]) {
      const order = printed.toSpliced(place, 0, text);
      expect(checkOutput(contract, order)).not.toEqual([]);
      expect(grade(contract, printed, { ...alone, order })).toEqual({ kind: 'line', says: `“${text}” never comes.` });
    }
});

describe('joins', () => {
  const contract = parseContract('a\n~ any order by latency: the network decides\n    b\n    c\nd\n', {
    file: 'x.order',
    language: 'ts',
  });
  const printed = ['a', 'b', 'c', 'd'];

  test('of lines that may swap are right, and unjoined ones are told with the reason', () => {
    expect(grade(contract, printed, { order: printed, joined: [1], never: [] })).toEqual({ kind: 'right', notes: [] });
    expect(grade(contract, printed, { ...alone, order: ['a', 'c', 'b', 'd'] })).toEqual({
      kind: 'right',
      notes: ['“c” and “b” may also come the other way round: the network decides.'],
    });
  });

  test('of lines that may not swap are refused', () => {
    expect(grade(contract, printed, { order: printed, joined: [0], never: [] })).toMatchObject({
      kind: 'pair',
      says: '“a” and “b” cannot change places: “a” comes first.',
    });
  });

  test('a line that is marked as never but comes is named', () => {
    expect(grade(contract, printed, { order: ['a', 'b', 'd'], joined: [], never: ['c'] })).toEqual({
      kind: 'line',
      says: '“c” does come.',
    });
  });

  test('where several lines are out of place, the first that comes too early is named with one that it must wait for', () => {
    expect(grade(contract, printed, { ...alone, order: ['d', 'c', 'b', 'a'] })).toMatchObject({
      before: 'a',
      after: 'd',
    });
  });
});

describe('the lines', () => {
  test('move within their ends, and a moved line is joined with nothing', () => {
    const lines = new PredictedLines(['a', 'b', 'c']);
    lines.toggle(0, 'isJoined');
    lines.move(1, 9);
    lines.move(2, -9);
    expect(lines.lines.map(({ text }) => text)).toEqual(['c', 'a', 'b']);
    expect(lines.prediction()).toEqual({ order: ['c', 'a', 'b'], joined: [], never: [] });
  });

  test('that never come are not in the order', () => {
    const lines = new PredictedLines(['a', 'b', 'c']);
    lines.toggle(1, 'isNever');
    lines.toggle(0, 'isJoined');
    expect(lines.prediction()).toEqual({ order: ['a', 'c'], joined: [0], never: ['b'] });
  });

  test('are offered in no order that is right', () => {
    expect(offered(['a', 'b'], () => true)).toEqual(['b', 'a']);
    expect(offered(['a', 'b'], () => false)).toEqual(['a', 'b']);
  });
});
