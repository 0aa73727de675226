// The engine is held byte-equal to Node: on the corpus, on every snippet that it accepts, and on what ends a program.
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CourseError } from '../../../src/error.ts';
import { checkOutput, freedoms, linesOf, linesWithEnd } from '../../../src/order/index.ts';
import { compileFile } from '../../../src/runtime/traced/host.ts';
import type { Program } from '../../../src/runtime/traced/program.ts';
import { runInRealm } from '../../../src/runtime/realm/realm.ts';
import { contractBeside, native, text, withoutStack } from './traced.ts';
import { realClock } from '../../real-clock.ts';

const root = join(import.meta.dirname, '../../..');
const found = (pattern: string) => globSync(pattern, { cwd: root }).sort();
const corpus = found('test/fixtures/corpus/ts/*.ts');
const endings = found('test/fixtures/traced/{*,files/main,modules/*/main}.{ts,cts,mts}');
const snippets = found('{,test/fixtures/courses/full/}snippets/**/*.ts');

test('there are programs to compare', () => {
  expect(Math.min(corpus.length, endings.length, snippets.length)).toBeGreaterThan(5);
});

describe('the corpus prints what Node printed', () => {
  test.each(corpus)('%s', (file) => {
    const { stdout } = runInRealm(compileFile(join(root, file)));
    expect(text(stdout)).toBe(readFileSync(join(root, file.replace(/\.ts$/, '.out')), 'utf8'));
  });
});

describe.concurrent('programs that end in every way print and exit as on Node', realClock, () => {
  test.each(endings)('%s', async (file) => {
    const { stdout, stderr, exit } = runInRealm(compileFile(join(root, file)));
    const real = await native(join(root, file));
    expect({ exit, stdout: text(stdout) }).toEqual({ exit: real.exit, stdout: real.stdout });
    expect(withoutStack(text(stderr))).toBe(withoutStack(real.stderr));
  });
});

describe.concurrent('snippets print and exit as on Node', realClock, () => {
  test.each(snippets.filter((file) => !needsThreads(file) && accepted(file)))('%s', async (file) => {
    const { stdout, exit } = runInRealm(compileFile(join(root, file)));
    const real = await native(join(root, file));
    const contract = contractBeside(join(root, file));
    const isRandom = linesOf(contract.body).some(({ pattern }) =>
      pattern.parts.some((part) => typeof part !== 'string'),
    );
    if (freedoms(contract).length === 0 && !isRandom) {
      expect({ exit, stdout: text(stdout) }).toEqual({ exit: real.exit, stdout: real.stdout });
      return;
    }
    // both may take their own of the orders that are free, and draw their own numbers
    const lines = real.stdout.split('\n').slice(0, -1);
    for (const run of [
      { stdout, exit },
      { stdout: lines, exit: real.exit },
    ])
      expect(checkOutput(contract, linesWithEnd(contract, run))).toEqual([]);
    expect(exit).toBe(real.exit);
  });
});

test('a snippet that needs threads is refused where there is one thread', () => {
  const threaded = snippets.filter((file) => readFileSync(join(root, file), 'utf8').includes('new Worker('));
  expect(threaded.length).toBeGreaterThan(5);
  for (const file of threaded) {
    const run = () => runInRealm(compileFile(join(root, file)));
    expect(run, file).toThrow(CourseError);
  }
});

function needsThreads(file: string): boolean {
  return /^\/\/ needs:.*threads/m.test(readFileSync(join(root, file), 'utf8'));
}

function accepted(file: string): Program | undefined {
  try {
    return compileFile(join(root, file));
  } catch (error) {
    if (error instanceof CourseError) return undefined;
    throw new Error(`${relative(root, file)} cannot be compiled`, { cause: error });
  }
}
