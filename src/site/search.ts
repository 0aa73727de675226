// Starlight fetches the interface of its search as soon as a page is idle. Here it gets one that waits for the reader.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const real = '@pagefind/default-ui';
const standIn = fileURLToPath(new URL('../components/overrides/search-on-demand.ts', import.meta.url));

/** Resolves the search's interface to its stand-in for everybody but the stand-in itself. */
export function searchOnDemand(): Plugin {
  return {
    name: 'search-on-demand',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === real && importer !== standIn ? standIn : undefined;
    },
  };
}
