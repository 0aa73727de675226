// The check of the lock file: what a package names as optional must be locked, in the folder where Node looks for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFaults } from '../../src/cli/project/lock.ts';
import { home } from '../../src/cli/project/tools.ts';

function faults(packages: object): string[] {
  const root = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  return lockFaults(root).map(({ message }) => message);
}

const wants = { optionalDependencies: { binary: '1.0.0' } };

test('an optional dependency that is not locked is named with its owner', () => {
  expect(faults({ 'node_modules/tool': wants })).toEqual([
    'package-lock.json  tool names binary@1.0.0, which is not locked: npm ci fails on the platform that needs it\n' +
      '  fix: choose a version of the dependency whose packages are all published, and install again',
  ]);
});

test.each([
  'node_modules/binary',
  'node_modules/a/node_modules/tool/node_modules/binary',
  'node_modules/a/node_modules/binary',
])('it is found in %s', (place) =>
  expect(faults({ 'node_modules/a/node_modules/tool': wants, [place]: {} })).toEqual([]),
);

test('it is not found below another package', () => {
  expect(faults({ 'node_modules/tool': wants, 'node_modules/other/node_modules/binary': {} })).toHaveLength(1);
});

test('the lock file of the course is whole', () => expect(lockFaults(home)).toEqual([]));
