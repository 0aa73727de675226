// The engine runs in a browser's Worker as it is: nothing of it but host.ts knows Node, and what it gives a program by
// name does not depend on where it runs.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recorder } from '../../../src/trace/recorder.ts';
import { traceEventSchema } from '../../../src/trace/events.ts';
import { globalNames } from '../../../src/runtime/traced/api/names.ts';
import { nodeVersion } from '../../../src/runtime/traced/api/process/uncaught.ts';
import {
  enumerableGlobals,
  languageGlobals,
  realmGlobals,
  refusedGlobals,
} from '../../../src/runtime/traced/realm/global-names.ts';
import { native } from './traced.ts';

const folder = join(import.meta.dirname, '../../../src/runtime');

test('no module of Node is imported but by host.ts', () => {
  const files = globSync('{traced,browser}/**/*.ts', { cwd: folder }).filter(
    (file) => file !== join('traced', 'host.ts'),
  );
  const importing = files.filter((file) => /from 'node:|from 'zod'/.test(readFileSync(join(folder, file), 'utf8')));
  expect(importing).toEqual([]);
});

test('no method is called behind ?. in the realm, where the bundle could not make it the engine’s own', () => {
  const methods = [Array, String, Function].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype));
  const files = globSync('traced/{api,engine,realm}/**/*.ts', { cwd: folder });
  const calls = files.flatMap((file) => {
    const found = readFileSync(join(folder, file), 'utf8').matchAll(/\?\.(\w+)\(/g);
    return [...found].filter(([, name = '']) => methods.includes(name)).map(([call]) => `${file}: ${call}`);
  });
  expect(calls).toEqual([]);
});

test('each global of Node, and nothing else, is the language’s, the engine’s own or refused by name', async () => {
  const { stdout } = await native(join(import.meta.dirname, 'print-globals.mjs'));
  const { all, enumerable } = JSON.parse(stdout) as { all: string[]; enumerable: string[] };
  const known = [...languageGlobals, ...realmGlobals, ...globalNames, ...Object.keys(refusedGlobals)];
  expect(known.sort()).toEqual(all.sort());
  expect([...enumerableGlobals].sort()).toEqual(enumerable.filter((name) => !name.endsWith('Storage')).sort());
});

test('the version of Node that the engine has the behavior of is the one that runs', () => {
  expect(nodeVersion).toBe(process.version);
});

test('a detailed recorder keeps every kind of event', () => {
  const kinds = traceEventSchema.options.map((option) => option.shape.kind.value);
  expect(Object.keys(recorder({ detail: true }).tracer)).toEqual(kinds);
});
