// What a program may not read or write is refused by name. What it reads is held equal to Node by test/fixtures/traced/files.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CourseError } from '../../../src/error.ts';
import { runInRealm } from '../../../src/runtime/realm/realm.ts';
import { compileFile } from '../../../src/runtime/traced/host.ts';
import { traced } from './traced.ts';

const root = mkdtempSync(join(tmpdir(), 'interleave-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'program');
mkdirSync(folder);
writeFileSync(join(root, 'secret.txt'), 'secret');
symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'));

function refusal(text: string): string {
  const file = join(folder, 'program.mts');
  writeFileSync(file, text);
  try {
    return runInRealm(compileFile(file)).stdout.join();
  } catch (error) {
    if (error instanceof CourseError) return error.what.replaceAll(root, '');
    throw error;
  }
}

const read = (path: string) =>
  `import { readFileSync } from 'node:fs'; console.log(readFileSync(import.meta.dirname + '/${path}', 'utf8'));`;

test.each(['../secret.txt', 'link.txt', 'below/../../secret.txt', '../program/../secret.txt'])(
  'a file outside the folder of the program is not read: %s',
  (path) => {
    expect(refusal(read(path))).toMatch(/^the file ".*" is not available in the traced engine$/);
  },
);

test('a path from the current folder is not read', () => {
  expect(refusal("import { existsSync } from 'node:fs'; existsSync('package.json');")).toBe(
    'the file "package.json", from the current folder, is not available in the traced engine',
  );
});

test.each(['writeFile', 'rmSync', 'watch'])('%s is refused by name', (name) => {
  const what = `"${name}" of module node:fs is not available in the traced engine`;
  expect(refusal(`import fs from 'node:fs'; fs.${name}(import.meta.dirname + '/new', 'x');`)).toBe(what);
  expect(refusal(`import { ${name} } from 'node:fs'; ${name}(import.meta.dirname + '/new', 'x');`)).toBe(what);
});

test('a program without a folder, as on a page, reads nothing', () => {
  expect(() => traced("import { readFileSync } from 'node:fs'; readFileSync('/program.ts');")).toThrow(
    'the file "/program.ts" is not available in the traced engine',
  );
});
