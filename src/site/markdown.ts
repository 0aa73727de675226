// Markdown plugin: a link that starts with "/" gets the site's base, so that lessons move with the site.
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

type MdastPlugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];

export function siteLinks(base: string): MdastPlugin {
  return {
    name: 'site-links',
    link: (node) => (/^\/(?!\/)/.test(node.url) ? { ...node, url: base + node.url } : undefined),
  };
}
