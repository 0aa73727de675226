// Builds the site once for all tests of the built pages and serves it; tests get its address and its folder.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';

const root = join(import.meta.dirname, '..', '..');
const out = join(root, '.cache', 'test-site');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env['SITE_OUT'] = out;
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  execFileSync(process.execPath, [astro, 'build', '--silent'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const server = await preview({ root, outDir: out, logLevel: 'silent', server: { port: 0, host: '127.0.0.1' } });
  project.provide('siteFolder', out);
  project.provide('siteOrigin', `http://127.0.0.1:${server.port}`);
  return () => server.stop();
}

declare module 'vitest' {
  interface ProvidedContext {
    siteFolder: string;
    siteOrigin: string;
  }
}
