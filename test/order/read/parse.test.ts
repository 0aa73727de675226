// What a contract's text becomes.
import { expect, test } from 'vitest';
import { linesOf, parseContract } from '../../../src/order/index.ts';
import { contract, messages } from '../support.ts';

test('blank lines and Windows line ends are no lines, and count', () => {
  const parsed = parseContract('a\r\n\r\nb\r\n', { file: 'test.order', language: 'ts' });
  expect(linesOf(parsed.body).map(({ line, pattern }) => [line, pattern.text])).toEqual([
    [1, 'a'],
    [3, 'b'],
  ]);
});

test('a freedom carries its kind, its cause, its reason and its line', () => {
  const { body } = contract('a', '~ any order by latency: two downloads: one is far', '    b', '    c');
  expect(body.items[1]).toMatchObject({
    kind: 'shuffle',
    freedom: { kind: 'any order', cause: 'latency', reason: 'two downloads: one is far', line: 2 },
  });
});

test('lanes directly below one another are one row', () => {
  const { body } = contract('~ lane by threads: a test', '    a', '~ lane', '    b', '~ lane', '    c', 'd');
  expect(body.items.map((item) => item.kind)).toEqual(['shuffle', 'line']);
  expect(body.items[0]).toMatchObject({ freedom: { kind: 'lanes' }, items: [{ line: 1 }, { line: 3 }, { line: 5 }] });
});

test('blocks may be indented by two spaces', () => {
  const { body } = contract('~ 2 to 5 times', '  ~ in order', '    a', '  b', 'c');
  expect(body.items[0]).toMatchObject({ kind: 'repetition', least: 2, most: 5 });
  expect(linesOf(body)).toHaveLength(3);
});

test('a line of one twin is in the tree of its own language only', () => {
  const text = '~ ts: a because: it starts at once\n~ py: b because: it starts later\nc';
  const texts = (['ts', 'py'] as const).map((language) =>
    linesOf(parseContract(text, { file: 'test.order', language }).body).map((node) => node.pattern.text),
  );
  expect(texts).toEqual([
    ['a', 'c'],
    ['b', 'c'],
  ]);
});

test('a line of one twin may stand in a block', () => {
  const { body, twinLines } = contract('~ 2 times', '    a', '    ~ py: b because: a test');
  expect(linesOf(body)).toHaveLength(1);
  expect(twinLines).toMatchObject([{ language: 'py', line: 3, reason: 'a test' }]);
});

test('the reason of a twin begins at the last "because:"', () => {
  expect(contract('~ ts: because: b because: a test').twinLines).toMatchObject([
    { pattern: { text: 'because: b' }, reason: 'a test' },
  ]);
});

test('a mark about the whole program becomes part of the contract', () => {
  const parsed = contract('~ differs because: a test', 'a', '~ exit 2', '~ elapsed 50 ms', '~ stderr: boom');
  expect(parsed).toMatchObject({
    differs: { reason: 'a test', line: 1 },
    exit: { code: 2, line: 3 },
    elapsed: { ms: 50, line: 4 },
    stderr: [{ line: 5, pattern: { text: 'boom' } }],
  });
});

test('a free pair may speak of by and of colons', () => {
  const { facts } = contract('a by x: 1', 'b', '~ free: a by x: 1 <> b by cpu: time passes');
  expect(facts).toMatchObject([
    { kind: 'free', one: { text: 'a by x: 1' }, other: { text: 'b' }, freedom: { cause: 'cpu' } },
  ]);
});

test('a fact may name a line by what its placeholder stands for, or the other way round', () => {
  expect(contract('put <n>', 'got 2', '~ first: put 1 < got <n>', '~ never: lost').facts).toHaveLength(2);
});

test('the rows of the file are kept for showing them, with the depth of their blocks', () => {
  const { rows } = contract('a', '~ 2 times', '    b');
  expect(rows).toEqual([
    { line: 1, depth: 0, text: 'a', kind: 'line' },
    { line: 2, depth: 0, text: '~ 2 times', kind: 'mark' },
    { line: 3, depth: 1, text: 'b', kind: 'line' },
  ]);
});

test('an exit code alone is a contract', () => {
  expect(contract('~ exit 0').exit).toEqual({ code: 0, line: 1 });
});

test('a note for authors is no row', () => {
  const { rows, body } = contract('~ # the twins end together', 'a', '    ~ # whatever its indentation', 'b');
  expect(rows.map(({ line, text }) => [line, text])).toEqual([
    [2, 'a'],
    [4, 'b'],
  ]);
  expect(body.items).toHaveLength(2);
});

test('an empty line is a line without text', () => {
  const lines = contract('a', '~ empty line', 'b');
  expect(messages(lines, ['a', '', 'b'])).toEqual([]);
  expect(messages(lines, ['a', 'b'])).toEqual(['output line 2: "" (contract line 2) is missing before "b"']);
  expect(messages(contract('a', 'b'), ['a', '', 'b'])[0]).toContain('a contract has "~ empty line"');
});

test('what an order rests on stands at the top, one bound for a cause', () => {
  const { assumptions } = contract(
    '~ differs because: a test',
    '~ assume cpu under 100 ms: the jobs end 100 ms apart',
    '~ assume latency under 50 ms: a server: it answers in time',
    'a',
  );
  expect(assumptions).toEqual([
    { cause: 'cpu', under: 100, reason: 'the jobs end 100 ms apart', line: 2 },
    { cause: 'latency', under: 50, reason: 'a server: it answers in time', line: 3 },
  ]);
});

test('a repetition may be of no line or one, and of numbers with more than one digit', () => {
  const counts = ['0 to 1', '12', '9 to 10'].map((count) => contract('a', `~ ${count} times`, '    b').body.items[1]);
  expect(counts).toMatchObject([
    { least: 0, most: 1 },
    { least: 12, most: 12 },
    { least: 9, most: 10 },
  ]);
});

test('the largest exit code is 255', () => {
  expect(contract('a', '~ exit 255')).toMatchObject({ exit: { code: 255, line: 2 } });
});

test('an alternative is a freedom of its own kind', () => {
  const { body } = contract('~ either by latency: a race', '    a', '~ or', '    b');
  expect(body.items[0]).toMatchObject({ freedom: { kind: 'either', cause: 'latency', reason: 'a race', line: 1 } });
});

test('between a colon and a reason any spaces may stand, or none', () => {
  const reasons = ['ms:a', 'ms: a', 'ms:   a'].map((end) => contract(`~ assume cpu under 5 ${end}`, 'b').assumptions);
  expect(reasons.flat().map(({ reason }) => reason)).toEqual(['a', 'a', 'a']);
});

test('a note for authors is no line, and a printed one may hold its sign', () => {
  const { body } = contract('~ # a note', '~ #', 'a ~ # b', '~~ # c');
  expect(linesOf(body).map(({ pattern }) => pattern.text)).toEqual(['a ~ # b', '~ # c']);
});
