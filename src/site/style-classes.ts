// Style attributes become classes with one rule each, in one style element: a page that shows programs is a fifth lighter
// for it, and its policy allows no style attribute at all.

/** Expressive Code colours a token by its style attribute: `--0` in the dark theme, `--1` in the light one. */
const tokenRules = ['--0', '--1'].map((name, theme) => {
  const where = theme === 0 ? '' : ':root[data-theme=light] ';
  return (
    `${where}.ec-line [class^=y-]{color:var(${name});font-style:var(${name}fs,inherit);` +
    `font-weight:var(${name}fw,inherit);text-decoration:var(${name}td,inherit)}`
  );
});

/** The page with each `style="…"` turned into a class `y-<number>`; a page without any is left as it is. */
export function withoutStyleAttributes(html: string): string {
  const names = new Map<string, string>();
  const nameOf = (style: string) => {
    const name = names.get(style) ?? `y-${names.size.toString(36)}`;
    names.set(style, name);
    return name;
  };
  const slim = html.replaceAll(/<[a-z][^<>]*? style="[^"]*"[^<>]*>/g, (tag) => {
    const style = / style="([^"]*)"/.exec(tag)?.[1] ?? '';
    const bare = tag.replace(/ style="[^"]*"/, '');
    const name = nameOf(style);
    return / class="/.test(bare)
      ? bare.replace(/ class="/, ` class="${name} `)
      : bare.replace(/^<[\w-]+/, `$& class="${name}"`);
  });
  if (names.size === 0) return html;
  const rules = [...names].map(([style, name]) => `.${name}{${style.replaceAll('&quot;', '"')}}`);
  return slim.replace('</head>', `<style>${rules.join('')}${tokenRules.join('')}</style></head>`);
}
