import { expect, test } from 'vitest';
import { withoutStyleAttributes } from '../../src/site/style-classes.ts';

const page = (body: string) => withoutStyleAttributes(`<html><head></head><body>${body}</body></html>`);

test('each distinct style attribute becomes one class and one rule', () => {
  const html = page('<b style="--0:#fff">a</b><b style="--0:#000">b</b><b style="--0:#fff">c</b>');
  expect(html).toContain('<b class="y-0">a</b><b class="y-1">b</b><b class="y-0">c</b>');
  expect(html).toContain('<style>.y-0{--0:#fff}.y-1{--0:#000}');
});

test('an element keeps its other classes and attributes', () => {
  expect(page('<i class="x" style="--a:1" id="k">')).toContain('<i class="y-0 x" id="k">');
});

test('a page without style attributes stays as it is', () => {
  expect(page('<p class="a">style="none"</p>')).toBe(
    '<html><head></head><body><p class="a">style="none"</p></body></html>',
  );
});

test('quotes in a style are quotes in the rule', () => {
  expect(page('<b style="font:&quot;a&quot;">')).toContain('.y-0{font:"a"}');
});
