// Markdown plugins: links get the site's base, so that lessons move with the site; a table's first column names its rows.
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import type { Element } from 'hast';

type MdastPlugin = NonNullable<SatteriProcessorOptions['mdastPlugins']>[number];
type HastPlugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

export function siteLinks(base: string): MdastPlugin {
  return {
    name: 'site-links',
    link: (node) => (/^\/(?!\/)/.test(node.url) ? { ...node, url: base + node.url } : undefined),
  };
}

/** In a table whose corner is empty the first column names the rows: those cells become headers, the corner a plain cell. */
export const rowHeaders: HastPlugin = {
  name: 'row-headers',
  element: {
    filter: ['table'],
    visit(table) {
      const corner = cellsOf(elements(table).find(({ tagName }) => tagName === 'thead'))[0];
      if (!corner || corner.children.length > 0) return undefined;
      return { ...table, children: table.children.map((part) => (isElement(part) ? named(part) : part)) };
    },
  },
};

function named(part: Element): Element {
  const swap = part.tagName === 'thead' ? { tagName: 'td' } : { tagName: 'th', properties: { scope: 'row' } };
  const rows = part.children.map((row) => {
    const first = isElement(row) ? elements(row)[0] : undefined;
    if (!isElement(row)) return row;
    return { ...row, children: row.children.map((cell) => (cell === first ? { ...first, ...swap } : cell)) };
  });
  return { ...part, children: rows };
}

function cellsOf(part: Element | undefined): Element[] {
  const row = part && elements(part)[0];
  return row ? elements(row) : [];
}

function elements({ children }: Pick<Element, 'children'>): Element[] {
  return children.filter(isElement);
}

function isElement(node: Element['children'][number]): node is Element {
  return node.type === 'element';
}
