// Line numbers of listings are counted by the style sheet, so that nobody copies them. Where a listing leaves lines of its file out
// this plugin of Expressive Code sets the count anew: `meta='lines="4-9,12"'` says which lines there are.
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { fromRanges } from './line-ranges.ts';

export function fileLines(): ExpressiveCodePlugin {
  return {
    name: 'file-lines',
    hooks: {
      postprocessRenderedLine: ({ codeBlock, lineIndex, renderData }) => {
        const lines = fromRanges(codeBlock.metaOptions.getString('lines') ?? '1');
        const [line, before] = [lines[lineIndex], lineIndex === 0 ? 0 : lines[lineIndex - 1]];
        if (line === undefined || before === undefined || line === before + 1) return;
        renderData.lineAst.properties['style'] = `counter-set: line ${line}`;
      },
    },
  };
}
