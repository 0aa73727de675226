import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { scanPage } from '../../src/site/page-scan.ts';
import {
  firstLoadBudget,
  newWeigher,
  onDemandBudgets,
  overBudget,
  overOnDemandBudgets,
} from '../../src/site/weight.ts';

const dist = mkdtempSync(join(tmpdir(), 'weight-'));
afterAll(() => rmSync(dist, { recursive: true }));

const files = {
  'a.js': 'import "./b.js"; const late = () => import(`./c.js`);',
  'b.js': 'import{x}from"./c.js";',
  'c.js': 'export const x = 1;',
  'unused.js': 'export {};',
  'search.js': 'const show = () => import("./ui-core.X3.js");',
  'ui-core.X3.js': 'export class PagefindUI {}',
  'boot.js': 'import"./b.js";const wake = () => [import(`./steps-mode.X1.js`), import(`./predict-mode.X2.js`)];',
  'steps-mode.X1.js': 'import"./c.js";import"./own.js";',
  'own.js': 'export const own = "own";',
  'predict-mode.X2.js': 'import"./own.js";export const both = 2;',
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
const size = (text: string) => gzipSync(text).length;

test('a page weighs itself and each script it loads, directly or through another, once', () => {
  const html = '<script type="module" src="/course/a.js"></script><script type="module" src="/course/b.js"></script>';
  const weigh = newWeigher(dist, '/course');
  expect(weigh(html, scanPage(html)).firstVisit).toBe(
    size(html) + size(files['a.js']) + size(files['b.js']) + size(files['c.js']),
  );
});

test('what is loaded on demand counts with all that it brings, without what the page has already', () => {
  const html = '<script type="module" src="/course/boot.js"></script>';
  const { firstVisit, later } = newWeigher(dist, '/course')(html, scanPage(html));
  expect(firstVisit).toBe(size(html) + size(files['boot.js']) + size(files['b.js']) + size(files['c.js']));
  expect(later).toEqual({
    'steps-mode': size(files['steps-mode.X1.js']) + size(files['own.js']),
    'predict-mode': size(files['predict-mode.X2.js']) + size(files['own.js']),
  });
});

test('the search’s own script counts to neither: it comes when the reader turns to the search', () => {
  const html = '<script type="module" src="/course/search.js"></script>';
  const weight = newWeigher(dist, '/course')(html, scanPage(html));
  expect(weight).toEqual({ firstVisit: size(html) + size(files['search.js']), later: {} });
});

test('a page without a program has nothing that may follow', () => {
  expect(newWeigher(dist, '/course')('<p>', scanPage('<p>')).later).toEqual({});
});

test('a page within the budget is no fault', () => {
  expect(overBudget('a/index.html', firstLoadBudget)).toBeUndefined();
});

test('a page beyond the budget is named with both figures', () => {
  expect(overBudget('a/index.html', 91_240)?.message).toBe(
    'dist/a/index.html  the first visit to this page transfers 91.2 kB over gzip; the budget is 60.0 kB\n' +
      '  fix: show fewer or shorter programs on the page, or move a script behind a click',
  );
});

test('scripts on demand within their budget are no fault', () => {
  expect(overOnDemandBudgets('a/index.html', onDemandBudgets)).toEqual([]);
});

test('scripts on demand beyond their budget are named with both figures', () => {
  const faults = overOnDemandBudgets('a/index.html', { 'steps-mode': 25_240, 'predict-mode': 3_000 });
  expect(faults.map(({ message }) => message)).toEqual([
    'dist/a/index.html  steps-mode, which this page loads on demand, transfers 25.2 kB over gzip; the budget is 25.0 kB\n' +
      '  fix: take out of it what its reader can do without',
  ]);
});
