// The short name of a schedule: how it is written, how it is read, and what a wrong one says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attempt } from '../../src/error.ts';
import { deviationsFor, formatDeviations, formatToken, parseToken } from '../../src/explore/token.ts';

const header = { engine: 'cpython-virtual', model: 'cpu-latency', digest: '3f9a2c1b77aa' };
const deviations = [
  { at: 14, take: 2 },
  { at: 30, take: 1 },
];

/** What the error for a wrong token says. */
function refusal(read: () => unknown): string {
  const answer = attempt(read);
  return 'error' in answer ? `${answer.error.kind}: ${answer.error.message}` : 'read';
}

test('a token is the engine, the model, eight digits of the digest, and the deviations in base 36', () => {
  expect(formatToken({ ...header, deviations })).toBe('cpython-virtual.cpu-latency.3f9a2c1b.e-2.u');
});

test('the usual run has a token without deviations', () => {
  expect(formatToken({ ...header, deviations: [] })).toBe('cpython-virtual.cpu-latency.3f9a2c1b');
});

test('deviations alone are written as in a token', () => {
  expect(formatDeviations(deviations)).toBe('e-2.u');
});

const anyDeviations = fc
  .uniqueArray(fc.record({ at: fc.nat(100_000), take: fc.integer({ min: 1, max: 5000 }) }), {
    selector: ({ at }) => at,
  })
  .map((all) => all.sort((a, b) => a.at - b.at));

test('any list of deviations is read as it was written, and needs no escape in a URL', () => {
  fc.assert(
    fc.property(anyDeviations, (all) => {
      const text = formatToken({ ...header, deviations: all });
      expect(parseToken(text).deviations).toEqual(all);
      expect(encodeURIComponent(text)).toBe(text);
      expect(new URLSearchParams({ text }).toString()).toBe(`text=${text}`);
      expect(text).toMatch(/^[\w.-]+$/);
    }),
  );
});

describe('what is no token', () => {
  const fix = '  fix: copy it as it was printed; it looks like cpython-virtual.cpu.3f9a2c1b.e-2.u';

  test.each([
    ['', 'it begins with an engine and a model'],
    ['traced', 'it begins with an engine and a model'],
    ['traced.cpu', '"" is no digest of 8 hex digits'],
    ['traced.cpu.3f9a.e-2', '"3f9a" is no digest of 8 hex digits'],
    ['traced.cpu.3f9a2c1b.e-0', '"e-0" is no decision'],
    ['traced.cpu.3f9a2c1b.E', '"E" is no decision'],
    ['traced.cpu.3f9a2c1b.', '"" is no decision'],
    ['traced.cpu.3f9a2c1b.01', '"01" is no decision'],
    ['traced.cpu.3f9a2c1b.u.e-2', '"e-2" comes too late: the decisions stand in ascending order'],
    ['traced.cpu.3f9a2c1b.u.u-2', '"u-2" comes too late: the decisions stand in ascending order'],
  ])('%j', (text, why) => {
    expect(refusal(() => parseToken(text))).toBe(`misuse: "${text}" is no token of a schedule: ${why}\n${fix}`);
  });
});

describe('a token is taken for what it was printed for alone', () => {
  const token = { ...parseToken(formatToken({ ...header, deviations })) };
  const fix =
    '  fix: run it with the program, the engine and the model that it was printed for, or explore again for new tokens';

  test('the same program, engine and model', () => {
    expect(deviationsFor(token, header)).toEqual(deviations);
  });

  test.each([
    [{ engine: 'traced' }, 'this token is of another engine: "cpython-virtual", and this run has "traced"'],
    [{ model: 'cpu' }, 'this token is of another model: "cpu-latency", and this run has "cpu"'],
    [{ digest: '00000000aa' }, 'this token is of another program, or of this one before it was changed'],
  ])('%j', (other, what) => {
    expect(refusal(() => deviationsFor(token, { ...header, ...other }))).toBe(`misuse: ${what}\n${fix}`);
  });
});
