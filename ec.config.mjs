// Expressive Code (Shiki): how programs look. Functions and plugins must stand here, not in astro.config.mjs.
import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { fileLines } from './src/site/file-lines.ts';

export default defineEcConfig({
  // no sideways scrolling: nothing to scroll means no unnamed scroll region for a screen reader
  defaultProps: { wrap: true, preserveIndent: true, hangingIndent: 2 },
  plugins: [fileLines()],
  // the workbench has a button of its own: these hold the text of each program once more, and are no valid HTML
  frames: { showCopyToClipboardButton: false },
  styleOverrides: {
    borderRadius: '0',
    borderColor: 'var(--il-hairline)',
    codeBackground: 'var(--il-surface)',
    codeFontSize: 'var(--il-code-size)',
    codeLineHeight: 'var(--il-code-leading)',
    codePaddingBlock: '0.75rem',
    codePaddingInline: '1rem',
  },
});
