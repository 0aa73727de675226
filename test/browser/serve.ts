// `npm start`, as a reader types it: it builds the site where that is needed, serves it and says where.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fullCourse } from '../full-course.ts';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache');

/** The course itself, or the small one with one of each thing. */
export type SiteName = 'course' | 'full';

/** Where each is built; two courses never share a store of their pages. */
const builds: Record<SiteName, NodeJS.ProcessEnv> = {
  course: { SITE_OUT: join(cache, 'test-site') },
  full: { COURSE_ROOT: fullCourse, SITE_OUT: join(cache, 'full-site'), SITE_CACHE: join(cache, 'full-site-data') },
};

export interface Served {
  /** "http://localhost:4321" */
  readonly origin: string;
  /** What is served, as files. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

export async function serveSite(name: SiteName = 'course'): Promise<Served> {
  const build = builds[name];
  const server = spawn(process.execPath, [join(root, 'src', 'cli', 'launch.mjs'), 'start', '--json'], {
    env: { ...process.env, ...build },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { port, error } = JSON.parse(await firstLine(server)) as { port: number; error?: { what: string } };
  if (error) throw new Error(error.what);
  const stop = async () => {
    server.kill('SIGINT');
    await once(server, 'exit');
  };
  return { origin: `http://localhost:${port}`, folder: build['SITE_OUT'] ?? '', stop };
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) return line;
  throw new Error('npm start ended before it said where the course is');
}
