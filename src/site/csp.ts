// A strict Content-Security-Policy for each page: every inline script, style element and style attribute by its hash,
// no 'unsafe-inline', no other host.
import { createHash } from 'node:crypto';
import type { PageFacts } from './page-scan.ts';

export function policy(facts: PageFacts): string {
  const attributes = hashes(facts.styleAttributes);
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes(facts.inlineScripts)].join(' '),
    "script-src-attr 'none'",
    ["style-src-elem 'self'", ...hashes(facts.inlineStyles)].join(' '),
    attributes.length > 0 ? `style-src-attr 'unsafe-hashes' ${attributes.join(' ')}` : "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * The page with its policy at the head of its head, right after the character set, which browsers look for in the first
 * 1024 bytes; a page without a head is left alone.
 */
export function withPolicy(html: string, facts: PageFacts): string {
  const head = /<head[^>]*>\s*(?:<meta charset="[^"]*"\s*\/?>)?/i.exec(html);
  if (!head) return html;
  const end = head.index + head[0].length;
  return `${html.slice(0, end)}<meta http-equiv="content-security-policy" content="${policy(facts)}">${html.slice(end)}`;
}

function hashes(texts: ReadonlySet<string>): string[] {
  return [...texts].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
