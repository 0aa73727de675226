// A run leaves nothing behind for the next: the realm after it is held equal to a new one, object for object.
import { beforeAll, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schedule } from '../../../src/explore/schedule.ts';
import { start } from './schedules.ts';
import { Realm } from '../../../src/runtime/realm/realm.ts';
import { compileFile } from '../../../src/runtime/traced/host.ts';
import { compile } from '../../../src/runtime/traced/compile/compile.ts';
import { final, mended, portrait, relied } from './leftovers.ts';
import { printed } from './traced.ts';

const options = { limits: { steps: 1e7, lines: 1e6, output: 1e9 } };
const program = (source: string) => compile(source, { file: 'program.ts' });
const drawing = program(portrait);
let fresh: readonly string[] = [];

beforeAll(() => {
  fresh = new Realm().run(drawing, options).stdout;
});

test('a new realm has its intrinsics and the globals of Node', () => {
  expect(fresh.length).toBeGreaterThan(2_500);
  expect(new Realm().run(drawing, options).stdout).toEqual(fresh);
});

describe('a realm is as new after', () => {
  test.each(mended)('%s', (source) => {
    const realm = new Realm();
    const { exit, stderr } = realm.run(program(source), options);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: [] });
    expect(realm.restore()).toBe(true);
    expect(realm.run(drawing, options).stdout).toEqual(fresh);
  });
});

describe('what the engine relies on is refused by name, and put back', () => {
  test.each(relied)('%s', (source, what) => {
    const realm = new Realm();
    expect(() => realm.run(program(`${source}\nsetTimeout(() => console.log([1]), 1);`), options)).toThrow(
      `program.ts  replacing ${what} is not available in the traced engine\n` +
        '  fix: leave it as it is, or run it on the real engine: leave --engine traced out',
    );
    expect(realm.restore()).toBe(true);
    expect(realm.run(drawing, options).stdout).toEqual(fresh);
  });
});

describe('a realm is given up after', () => {
  test.each(final)('%s', (source) => {
    const realm = new Realm();
    realm.run(program(source), options);
    expect(realm.restore()).toBe(false);
  });
});

test('a program that a limit ends in the middle of a change leaves nothing', () => {
  printed('Array.prototype.extra = 1;\nwhile (true);');
  printed('globalThis.extra = 1;\nprocess.exit(1);');
  expect(printed('console.log([].extra, globalThis.extra);')).toEqual(['undefined undefined']);
});

test.each(['counts-on-a-prototype', 'undoes-in-one-order', 'freezes', 'wraps-push'])(
  '%s: no schedule sees what another has left',
  async (name) => {
    const file = join(import.meta.dirname, '../../fixtures/traced/schedules', `${name}.ts`);
    const compiled = compileFile(file);
    const schedules = Array.from({ length: 20 }, (_, seed): Schedule => {
      return { deviations: [], then: { policy: 'random', seed } };
    });
    const alone = schedules.map((schedule) => new Realm().run(compiled, { under: { model: 'cpu', schedule } }).stdout);
    const program = await start(readFileSync(file, 'utf8'), 'cpu');
    const inTurn = await program.run(schedules);
    expect(inTurn.map(({ outcome }) => outcome.stdout)).toEqual(alone);
  },
);
