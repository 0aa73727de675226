// A file is made or replaced in one step: what is killed in between leaves the old file, or none, and never half of one.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFile, replaceFile } from '../../src/runtime/process/replace-file.ts';

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a file is made with its folders, and nothing stays beside it', () => {
  const folder = temporary();
  createFile(join(folder, 'a/b.txt'), 'new');
  expect(readFileSync(join(folder, 'a/b.txt'), 'utf8')).toBe('new');
  expect(readdirSync(join(folder, 'a'))).toEqual(['b.txt']);
});

test('a file that is there is not made again', () => {
  const folder = temporary();
  writeFileSync(join(folder, 'b.txt'), 'old');
  expect(() => createFile(join(folder, 'b.txt'), 'new')).toThrow('EEXIST');
  expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['b.txt']);
});

test('a file that is there is replaced', () => {
  const folder = temporary();
  writeFileSync(join(folder, 'b.txt'), 'old');
  replaceFile(join(folder, 'b.txt'), 'new');
  expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['b.txt']);
});
