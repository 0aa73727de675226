// Nothing of the host can be reached from a program, by any of the ways that are known from other sandboxes: no object of
// another realm, no request, no file.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { runInThisContext } from 'node:vm';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CourseError } from '../../../src/error.ts';
import { compile } from '../../../src/runtime/traced/compile/compile.ts';
import { runInRealm } from '../../../src/runtime/realm/realm.ts';
import { asking, reaching } from './escapes.ts';

const folder = mkdtempSync(join(tmpdir(), 'escape-'));
const file = join(folder, 'written');
let requests = 0;
const server = createServer((_, response) => {
  requests++;
  response.end();
});
const mark = 'isOfTheHost';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  // every object of this realm has it, and none of a program's
  Object.defineProperty(Object.prototype, mark, { value: true, configurable: true });
});
afterAll(() => {
  Reflect.deleteProperty(Object.prototype, mark);
  server.close();
  rmSync(folder, { recursive: true });
});

/** Looks at what it gets and at all that hangs on it, some levels deep. */
const look = `
const seen = new Set();
function look(value, path, depth) {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
  seen.add(value);
  if (Reflect.get(value, '${mark}') === true) console.log('HOST', path);
  if (depth === 0) return;
  look(Object.getPrototypeOf(value), path + '.__proto__', depth - 1);
  for (const key of Reflect.ownKeys(value)) {
    const { value: held, get, set } = Object.getOwnPropertyDescriptor(value, key);
    for (const each of [held, get, set]) look(each, path + '.' + String(key), depth - 1);
  }
}`;

type Control = (console: { readonly log: (...words: string[]) => void }, value: object) => void;

function outcome(source: string, commonJs = false): string {
  try {
    const { stdout } = runInRealm(compile(source, { file: 'escape.ts', commonJs }), {
      limits: { steps: 3e6, lines: 1e5 },
    });
    return stdout.filter((line) => line.startsWith('HOST')).join('\n');
  } catch (error) {
    if (error instanceof CourseError) return '';
    throw error;
  }
}

test('the look finds an object of the host, where there is one', () => {
  const found: string[] = [];
  const control = runInThisContext(`(console, value) => { ${look}\nlook(value, 'value', 3); }`) as Control;
  control({ log: (...words) => void found.push(words.join(' ')) }, { __proto__: null, a: [Object] });
  expect(found).toContain('HOST value.a');
  expect(reaching.length + asking.length).toBeGreaterThan(100);
});

test.each(reaching)('%s', (expression) => {
  const source = `${look}\ntry { look(${expression}, 'value', 3); } catch (error) { look(error, 'error', 3); }`;
  expect(outcome(source)).toBe('');
  expect(outcome(source.replace(/await (?=.*value)/, ''), true)).toBe('');
});

test('nobody asks for the network or the disk, in a module or in a script', async () => {
  const { port } = server.address() as AddressInfo;
  const address = `http://localhost:${port}/`;
  for (const expression of asking) {
    const program = expression.replaceAll('ADDRESS', address).replaceAll('FILE', file);
    for (const commonJs of [false, true]) outcome(`try { ${program}; } catch {}`, commonJs);
  }
  await fetch(address);
  expect({ requests, written: readdirSync(folder) }).toEqual({ requests: 1, written: [] });
});

test('what the host reads of a run calls nothing of the program', () => {
  const source = `
function take(...given) {
  for (const each of [this, ...given]) {
    try { each.constructor.constructor('return globalThis')().reached = true; } catch {}
  }
}
console.log('before');
for (const { prototype } of [Array, Object, Map, String, Function]) {
  for (const key of Object.getOwnPropertyNames(prototype)) {
    if (key !== 'constructor') try { prototype[key] = take; } catch {}
  }
}
Object.prototype.toJSON = take;
Object.prototype.then = take;`;
  expect(outcome(source)).toBe('');
  expect('reached' in globalThis).toBe(false);
});
