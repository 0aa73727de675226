import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { scanPage } from '../../src/site/page-scan.ts';
import { firstLoadBudget, newWeigher, overBudget } from '../../src/site/weight.ts';

const dist = mkdtempSync(join(tmpdir(), 'weight-'));
afterAll(() => rmSync(dist, { recursive: true }));

const files = {
  'a.js': 'import "./b.js"; const late = () => import(`./c.js`);',
  'b.js': 'import{x}from"./c.js";',
  'c.js': 'export const x = 1;',
  'unused.js': 'export {};',
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
const size = (text: string) => gzipSync(text).length;

test('a page weighs itself and each script it loads, directly or through another, once', () => {
  const html = '<script type="module" src="/course/a.js"></script><script type="module" src="/course/b.js"></script>';
  const weigh = newWeigher(dist, '/course');
  expect(weigh(html, scanPage(html))).toBe(
    size(html) + size(files['a.js']) + size(files['b.js']) + size(files['c.js']),
  );
});

test('a page within the budget is no fault', () => {
  expect(overBudget('a/index.html', firstLoadBudget)).toBeUndefined();
});

test('a page beyond the budget is named with both figures', () => {
  expect(overBudget('a/index.html', 91_240)?.message).toBe(
    'dist/a/index.html  the first visit to this page transfers 91.2 kB over gzip; the budget is 80.0 kB\n' +
      '  fix: show fewer or shorter programs on the page, or move a script behind a click',
  );
});
