// The button that copies a listing takes its text from the lines beside it, so that a page does not carry each program twice. This
// plugin of Expressive Code takes the text out of the button; src/components/overrides/copied-lines.ts puts it back at a click.
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { selectAll } from '@astrojs/starlight/expressive-code/hast';

export function copiedLines(): ExpressiveCodePlugin {
  return {
    name: 'copied-lines',
    hooks: {
      // its own plugin makes the buttons while the blocks of a group are rendered
      postprocessRenderedBlockGroup: ({ renderData }) => {
        for (const button of selectAll('.copy button', renderData.groupAst)) delete button.properties['dataCode'];
      },
    },
  };
}
