// `npm start`, as a reader types it, once for all tests of the built pages: it builds the site, serves it and says where.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.cache', 'test-site');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, [join(root, 'src', 'cli', 'launch.mjs'), 'start', '--json'], {
    env: { ...process.env, SITE_OUT: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { port } = JSON.parse(await firstLine(server)) as { port: number };
  project.provide('siteFolder', folder);
  project.provide('siteOrigin', `http://localhost:${port}`);
  return async () => {
    server.kill('SIGINT');
    await once(server, 'exit');
  };
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) return line;
  throw new Error('npm start ended before it said where the course is');
}

declare module 'vitest' {
  interface ProvidedContext {
    siteFolder: string;
    siteOrigin: string;
  }
}
