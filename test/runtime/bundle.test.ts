import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundled } from '../../src/runtime/realm/bundle.ts';

test('an engine that lacks a package is no script: it says what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-bundle-'));
  const entry = join(folder, 'entry.ts');
  writeFileSync(entry, "import { enter } from 'no-such-package';\nexport { enter };\n");
  await expect(bundled(entry)).rejects.toThrow('the traced engine lacks the package no-such-package\n  fix: npm ci');
  rmSync(folder, { recursive: true, force: true });
});
