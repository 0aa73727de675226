import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policy, withPolicy } from '../../src/site/csp.ts';
import { scanPage } from '../../src/site/page-scan.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('an inline script, a style element and a style attribute are named by their hashes', () => {
  const facts = scanPage('<script>go(1)</script><style>p{}</style><p title="a > b" style="color:red">x</p>');
  const text = policy(facts);
  expect(text).toContain(`script-src 'self' ${hash('go(1)')};`);
  expect(text).toContain(`style-src-elem 'self' ${hash('p{}')};`);
  expect(text).toContain(`style-src-attr 'unsafe-hashes' ${hash('color:red')};`);
});

test('an attribute is hashed as the browser sees it, entities resolved', () => {
  const text = policy(scanPage('<p style="font-family:&quot;A&quot;">x</p>'));
  expect(text).toContain(hash('font-family:"A"'));
});

test('a script with a src and a data block need no hash', () => {
  const text = policy(scanPage('<script src="/x.js"></script><script type="application/json">{"a":1}</script>'));
  expect(text).toContain("script-src 'self';");
});

test('a page without style attributes allows none', () => {
  expect(policy(scanPage('<p>x</p>'))).toContain("style-src-attr 'none'");
});

test('the policy comes right after the character set', () => {
  const html = '<html><head><meta charset="utf-8"><title>x</title></head></html>';
  expect(withPolicy(html, scanPage(html))).toMatch(/<meta charset="utf-8"><meta http-equiv="content-security-policy"/);
});

test('without a character set the policy is the first element of the head', () => {
  const html = '<html><head><title>x</title></head></html>';
  expect(withPolicy(html, scanPage(html))).toMatch(
    /^<html><head><meta http-equiv="content-security-policy" content="[^"]+"><title>/,
  );
});
