// `npm run dev`: a change of a program, a contract, a recording or course.yaml reloads the page.
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';

export function contentWatch(root: string): Plugin {
  const folders = ['snippets', 'lessons'].map((name) => join(root, name));
  return {
    name: 'content-watch',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(folders);
      server.watcher.on('all', (_event, file) => {
        if (folders.some((folder) => file.startsWith(folder + sep)) && !file.endsWith('.mdx')) {
          server.ws.send({ type: 'full-reload' });
        }
      });
    },
  };
}
