// Markdown plugins: links get the site's base, so that lessons move with the site; an empty table header is no header.
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

type MdastPlugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];
type HastPlugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

export function siteLinks(base: string): MdastPlugin {
  return {
    name: 'site-links',
    link: (node) => (/^\/(?!\/)/.test(node.url) ? { ...node, url: base + node.url } : undefined),
  };
}

/** The corner of a table with row and column names has no text: a cell, not a header without a name. */
export const emptyCorners: HastPlugin = {
  name: 'empty-corners',
  element: {
    filter: ['th'],
    visit: (node) => (node.children.length === 0 ? { ...node, tagName: 'td' } : undefined),
  },
};
