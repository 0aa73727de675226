// What the READMEs of the traced engine name is there: each file, and in it each function.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/runtime/traced');

describe.each(['README.md', 'engine/README.md'])('%s', (name) => {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');

  test('names files that exist', () => {
    const named = [...text.matchAll(/[`\s]((?:[\w./-]+\/)?[\w-]+\.ts)\b/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !existsSync(join(dirname(path), file)))).toEqual([]);
  });

  test('names functions that stand in the files beside them', () => {
    const named = [...text.matchAll(/`([\w./-]+\.ts)` `(\w+)`/g)];
    const missing = named.filter(([, file = '', member = '']) => {
      const source = readFileSync(join(dirname(path), file), 'utf8');
      return !new RegExp(`(?:function |^ {2}#?)${member}\\(`, 'm').test(source);
    });
    expect(missing.map(([found]) => found)).toEqual([]);
  });
});
