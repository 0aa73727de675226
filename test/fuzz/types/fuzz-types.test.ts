// Random TypeScript is erased as by Node; `npm run fuzz -- --types` tries as much as one likes.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzTypes } from './fuzz-types.ts';
import { program } from './grammar.ts';

const seed = 20_26;

test('3,000 random programs are erased as by Node, or refused by both', () => {
  const { programs, erasable, counterexample } = fuzzTypes({ programs: 3_000, seed });
  expect(counterexample).toBeUndefined();
  expect(programs).toBe(3_000);
  expect(erasable).toBeGreaterThan(2_500);
});

/** What a program looks like that has the construct. */
const constructs = {
  as: / as (?!const)/,
  'as const': / as const/,
  satisfies: / satisfies /,
  'non-null': /\)!/,
  'type arguments of a call': /f<[^(]+>\(/,
  'generic arrow': /<const T,>\(|<\s*T\s*>\(/,
  'type predicate': /\): a is /,
  assertion: /: asserts a is /,
  'optional parameter': /p\d \?|p\d\?/,
  'this parameter': /function \w*\(this: /,
  overload: /function \w+\([^)]*\)[^{]*\n\s*function/,
  'index signature': /\[k: string\]:/,
  'definite assignment': /let \S+!:/,
  'declare field': /declare (?:static )?(?:readonly )?a:/,
  'abstract member': /abstract [abcd]:/,
  'access word': /private|protected|public/,
  'import type': /import type/,
  'type among imports': /import \{[^}]*type \w+/,
  'export type': /export type/,
  'type among exports': /export \{[^}]*type \w+/,
  'namespace of types': /namespace \S+ \{ export type/,
  enum: /(?<!declare (?:const )?)enum/,
  'parameter property': /constructor\((?:private|public|protected)/,
  'cast in brackets': /= </,
  'choice of arrows': /flag \? \(\w+\) : \w+ => 1/,
};

test('3,000 random programs have each construct in at least 10 of them', () => {
  const texts = fc.sample(program, { numRuns: 3_000, seed });
  const counts = Object.entries(constructs).map(
    ([name, sign]) => [name, texts.filter((text) => sign.test(text)).length] as const,
  );
  expect(counts.filter(([, count]) => count < 10)).toEqual([]);
});
