// Files beside a program: what is said of them in a trace and in a refusal. That they run as on Node is held by the fixtures in
// test/fixtures/traced/modules.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { recorder } from '../../../src/trace/recorder.ts';
import { runInRealm } from '../../../src/runtime/realm/realm.ts';
import { compileFile } from '../../../src/runtime/traced/host.ts';
import { CourseError } from '../../../src/error.ts';

const folder = mkdtempSync(join(tmpdir(), 'interleave-modules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function refusal(file: string): string {
  try {
    runInRealm(compileFile(file));
  } catch (error) {
    if (error instanceof CourseError) return `${error.where?.file.split('/').pop()}:${error.where?.line} ${error.what}`;
    throw error;
  }
  return 'accepted';
}

test('a trace has lines of the program alone: another file runs at the line that leads to it', () => {
  write('deep.ts', '\n\n\n\nexport function say(text: string): void {\n  console.log(text);\n}\n');
  write('near.ts', "import { say } from './deep.ts';\n\nsay('near');\nexport { say };\n");
  const file = write('traced.ts', "\nimport { say } from './near.ts';\n\nsay('main');\n");
  const { tracer, events } = recorder({ detail: true });
  runInRealm(compileFile(file), { tracer });
  const prints = events.flatMap((event) => (event.kind === 'print' ? [[event.text, event.line, event.via]] : []));
  expect(prints).toEqual([
    // before the first line of the program
    ['near', 0, [2, 2]],
    ['main', 4, [2]],
  ]);
  expect(Math.max(...events.map((event) => ('line' in event ? event.line : 0)))).toBe(4);
});

test('what is not available in another file is refused with its name and its line there', () => {
  write('asks.ts', '\n\nexport const ask = () => navigator;\n');
  const file = write('asker.ts', "import { ask } from './asks.ts';\nask();\n");
  expect(refusal(file)).toBe('asks.ts:3 navigator is not available in the traced engine');
});

test.each([
  ["await import(['./near', '.ts'].join(''));", 'module ./near.ts is not available in the traced engine'],
  ["await import('node:net');", 'module node:net is not available in the traced engine'],
])('%s: %s', (text, what) => {
  const file = write('refused.ts', `${text}\nexport {};\n`);
  expect(refusal(file)).toBe(`refused.ts:1 ${what}`);
});

test('each run loads the files anew', () => {
  write('counts.ts', 'export let count = 0;\nexport const next = () => ++count;\n');
  const file = write('counter.ts', "import { next } from './counts.ts';\nconsole.log(next(), next());\n");
  const program = compileFile(file);
  expect([runInRealm(program).stdout, runInRealm(program).stdout]).toEqual([['1 2'], ['1 2']]);
});
