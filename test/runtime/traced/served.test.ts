// What the engine serves of the web and of Node beside the loop: equal in each schedule, and refused by name where it
// cannot be as on Node. That values and errors are Node's is held by the fixtures in test/fixtures/traced.
import { expect, test } from 'vitest';
import { CourseError } from '../../../src/error.ts';
import { printed, traced } from './traced.ts';

function refusal(source: string): string {
  try {
    traced(source);
  } catch (error) {
    if (error instanceof CourseError) return error.what;
    throw error;
  }
  return 'accepted';
}

test('random values are the same in each schedule, and differ from each other', () => {
  const source = `
    console.log(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(4)).join());
    setTimeout(() => console.log(crypto.randomUUID()), 5);`;
  const plain = printed(source);
  expect(new Set(plain).size).toBe(2);
  for (const seed of [1, 2, 3]) {
    const schedule = { deviations: [], then: { policy: 'random', seed } } as const;
    expect(printed(source, { under: { model: 'cpu', schedule } })).toEqual(plain);
  }
});

test.each([
  ["new URL('http://MÜNCHEN.de')", 'accepted'],
  ["new URL('http://ｅxample.com/ü')", 'accepted'],
  [
    "new URL('http://①ü.com')",
    'a host name with characters that Unicode maps to others is not available in the traced engine',
  ],
  ["new TextDecoder('shift_jis')", 'the encoding shift_jis is not available in the traced engine'],
  ['URL.createObjectURL({})', 'URL.createObjectURL is not available in the traced engine'],
  ['crypto.subtle', 'crypto.subtle is not available in the traced engine'],
  ['Buffer.copyBytesFrom(new Uint8Array(1))', 'Buffer.copyBytesFrom is not available in the traced engine'],
])('%s: %s', (source, what) => expect(refusal(source)).toBe(what));

test('what a program puts on a class of the realm is gone in the next run', () => {
  traced(
    'URL.prototype.mark = 1; Buffer.mark = 1; TextEncoder.prototype.mark = 1; URLSearchParams.prototype.append = 1;',
  );
  expect(
    printed(
      'console.log(URL.prototype.mark, Buffer.mark, new TextEncoder().mark, typeof new URLSearchParams().append);',
    ),
  ).toEqual(['undefined undefined undefined function']);
});

test('what a program replaces of the language is not met', () => {
  const source = `
    const kept = ['constructor', 'toString'];
    for (const { prototype } of [Array, String, Map, WeakMap, Function]) {
      for (const key of Object.getOwnPropertyNames(prototype)) {
        const { value } = Object.getOwnPropertyDescriptor(prototype, key);
        if (key !== kept[0] && key !== kept[1] && typeof value === 'function') prototype[key] = () => { throw new Error(key); };
      }
    }
    const url = new URL('/a?b=c', 'http://host');
    url.searchParams.append('d', 'e');
    console.log(url.href);`;
  expect(printed(source)).toEqual(['http://host/a?b=c&d=e']);
});
