import { expect, test } from 'vitest';
import { brokenLinks } from '../../src/site/links.ts';
import type { BuiltSite } from '../../src/site/links.ts';
import { scanPage } from '../../src/site/page-scan.ts';

function site(html: string): BuiltSite {
  const pages = new Map([
    ['index.html', scanPage(html)],
    ['a/b/index.html', scanPage('<h2 id="run">Run</h2>')],
  ]);
  return { base: '/course', pages, files: new Set([...pages.keys(), 'style.css']) };
}

const messages = (html: string) => brokenLinks(site(html)).map((error) => error.message);
const fix = '\n  fix: correct the link in the lesson; links to lessons read /chapter/name/';

test('links to pages, to ids on them, to files and to other hosts hold', () => {
  const links = [
    '/course/a/b/',
    '/course/a/b/#run',
    'a/b/',
    '/course/style.css',
    'https://example.org/x',
    '#_top',
    'mailto:a@b.c',
  ];
  expect(messages(links.map((link) => `<a href="${link}">x</a>`).join(''))).toEqual([]);
});

test('a link that leads nowhere is named with its page', () => {
  expect(messages('<a href="/course/a/c/">x</a>')).toEqual([`dist/index.html  "/course/a/c/" leads nowhere${fix}`]);
});

test('a link to an id that its page lacks is named', () => {
  expect(messages('<a href="/course/a/b/#walk">x</a>')).toEqual([
    `dist/index.html  "/course/a/b/#walk": that page has no "#walk"${fix}`,
  ]);
});

test('a link that forgets the base leaves the site', () => {
  expect(messages('<a href="/a/b/">x</a>')).toEqual([
    `dist/index.html  "/a/b/" leaves the site (its base is /course/)${fix}`,
  ]);
});
