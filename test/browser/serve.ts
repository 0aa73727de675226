// `npm start`, as a reader types it: it builds the site where that is needed, serves it and says where.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..');

export interface Served {
  /** "http://localhost:4321" */
  readonly origin: string;
  /** What is served, as files. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

export async function serveSite(): Promise<Served> {
  const folder = join(root, '.cache', 'test-site');
  const server = spawn(process.execPath, [join(root, 'src', 'cli', 'launch.mjs'), 'start', '--json'], {
    env: { ...process.env, SITE_OUT: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { port } = JSON.parse(await firstLine(server)) as { port: number };
  const stop = async () => {
    server.kill('SIGINT');
    await once(server, 'exit');
  };
  return { origin: `http://localhost:${port}`, folder, stop };
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) return line;
  throw new Error('npm start ended before it said where the course is');
}
