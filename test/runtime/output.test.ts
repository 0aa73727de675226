import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/runtime/engine.ts';
import { noCpython } from '../cpython.ts';
import { temporaryFolder } from './fake-python.ts';
import { fixtures, runFile } from './programs.ts';
import { realClock } from '../real-clock.ts';

let temporary: string;
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(temporary, name);
  writeFileSync(file, text);
  return file;
}

describe('a program prints into a pipe as it does on a terminal', realClock, () => {
  it.each(['log', 'error'])(
    'a TypeScript program that never gives way is ended by what it prints: %s',
    async (name) => {
      const { stopped, lines } = await runFile(write('flood.mts', `for (;;) console.${name}('again and again');`));
      expect(stopped).toBe('output limit');
      expect(lines.length).toBe(Math.ceil(limits.output / 'again and again\n'.length));
    },
  );

  it('so is one that prints empty lines alone', async () => {
    const { stopped } = await runFile(write('empty.mts', 'for (;;) console.log();'), { outputLimit: 100_000 });
    expect(stopped).toBe('output limit');
  });

  it('stdout of a TypeScript program is what it is without us', async () => {
    const shown = `const { get, configurable } = Object.getOwnPropertyDescriptor(process, 'stdout') ?? {};
console.log(typeof get, configurable, process.stdout.writable);
console.log(typeof Object.getOwnPropertyDescriptor(process, 'stdout')?.get);`;
    const { lines } = await runFile(write('same.mts', shown));
    expect(lines.map(({ text }) => text)).toEqual(['function true true', 'function']);
  });

  it.skipIf(noCpython).each([false, true])('two threads never tear a line, observed: %s', async (observe) => {
    const { lines } = await runFile(join(fixtures, 'live', 'shout.py'), { observe });
    const words = ['A', 'B'].flatMap((name) => Array.from({ length: 200 }, (_, n) => `${name} ${n}`));
    expect(lines.map(({ text }) => text).sort()).toEqual(words.sort());
    expect(lines.every(({ strand }) => (strand !== undefined) === observe)).toBe(true);
  });

  it.skipIf(noCpython)('a part of a line waits for its end, also for that of another strand', async () => {
    const text = readFileSync(join(fixtures, 'live', 'parts.py'), 'utf8');
    const { lines } = await runFile(write('parts.py', text));
    expect(lines.map((line) => line.text)).toEqual(['main thread', 'end']);
  });
});
