// One pass over a built page: everything that the policy, the link check and the weight budget ask about.
import { Parser } from 'htmlparser2';

export interface PageFacts {
  readonly ids: ReadonlySet<string>;
  /** Every href and src of a, link, script, img and source, as written. */
  readonly links: readonly string[];
  readonly stylesheets: readonly string[];
  /** Module scripts with a src. */
  readonly scripts: readonly string[];
  /** Texts of inline scripts, of style elements and of style attributes: what a strict policy names by hash. */
  readonly inlineScripts: ReadonlySet<string>;
  readonly inlineStyles: ReadonlySet<string>;
  readonly styleAttributes: ReadonlySet<string>;
}

const linked = new Set(['a', 'link', 'script', 'img', 'source']);

export function scanPage(html: string): PageFacts {
  const facts = {
    ids: new Set<string>(),
    links: [] as string[],
    stylesheets: [] as string[],
    scripts: [] as string[],
    inlineScripts: new Set<string>(),
    inlineStyles: new Set<string>(),
    styleAttributes: new Set<string>(),
  };
  let text = '';
  let collect: Set<string> | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, style } = attributes;
      if (id !== undefined) facts.ids.add(id);
      if (style !== undefined) facts.styleAttributes.add(style);
      const url = attributes['href'] ?? attributes['src'];
      if (url !== undefined && linked.has(name)) facts.links.push(url);
      if (name === 'link' && attributes['rel'] === 'stylesheet' && url !== undefined) facts.stylesheets.push(url);
      if (name === 'script' && url !== undefined) facts.scripts.push(url);
      text = '';
      if (name === 'style') collect = facts.inlineStyles;
      else if (name === 'script' && url === undefined && runs(attributes['type'])) collect = facts.inlineScripts;
    },
    ontext(part) {
      if (collect) text += part;
    },
    onclosetag(name) {
      if (collect && (name === 'style' || name === 'script')) {
        collect.add(text);
        collect = undefined;
      }
    },
  });
  parser.end(html);
  return facts;
}

// A data block (`type="application/json"`) does not run and needs no hash.
function runs(type: string | undefined): boolean {
  return type === undefined || type === '' || type === 'module' || type === 'text/javascript';
}
