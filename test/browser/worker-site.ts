// The client and the Worker as the site's bundler builds them, on a page with the site's own policy.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { workerBundle } from '../../src/runtime/browser/bundle.ts';
import type { WorkerProgram } from '../../src/runtime/browser/run.ts';
import { policy } from '../../src/site/csp.ts';
import { scanPage } from '../../src/site/page-scan.ts';
import { openAddress, useBrowser } from './browser.ts';
import type { PageOptions, PageRun } from './worker-page.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
const page = '<!doctype html><meta charset="utf-8"><title>Worker</title><script type="module" src="page.js"></script>';

/** The narrowest policy under which the Worker runs programs. */
const strictest = "default-src 'none'; script-src 'unsafe-eval'";

/** Every path that was asked of the server. */
export const asked: string[] = [];

type Run = (program: WorkerProgram, options?: PageOptions, workerPolicy?: string) => Promise<PageRun>;

/** Call once in a file of tests: gives what runs a program in a Worker that was sent with `strictest`, or another policy. */
export function useWorkerPage(): Run {
  useBrowser();
  const pages = new Map<string, Page>();
  let folder = '';
  let server: Server | undefined;
  let port = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'interleave-worker-'));
    await bundle(folder);
    const opened = serve(folder);
    server = opened;
    await new Promise<void>((resolve) => opened.listen(0, 'localhost', resolve));
    const address = opened.address();
    if (typeof address === 'object' && address) ({ port } = address);
  });
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true });
  });
  return async (program, options = {}, workerPolicy = strictest) => {
    const page =
      pages.get(workerPolicy) ?? (await openAddress(`http://localhost:${port}/${encodeURIComponent(workerPolicy)}/`));
    pages.set(workerPolicy, page);
    return page.evaluate(([what, how]) => window.runHere(what, how), [program, options] as const);
  };
}

function bundle(folder: string): Promise<unknown> {
  return build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    logLevel: 'error',
    worker: workerBundle,
    build: {
      outDir: folder,
      rolldownOptions: { input: join(import.meta.dirname, 'worker-page.ts'), output: { entryFileNames: 'page.js' } },
    },
  });
}

/** The first part of each path is the policy that a Worker's script is sent with. */
function serve(folder: string): Server {
  return createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const [, workerPolicy = '', ...rest] = path.split('/');
    const file = rest.join('/');
    const sent = file === '' ? policy(scanPage(page)) : /worker/.test(file) ? decodeURIComponent(workerPolicy) : '';
    if (sent !== '') response.setHeader('content-security-policy', sent);
    response.setHeader('content-type', types[extname(file)] ?? 'text/html');
    if (file === '') return response.end(page);
    readFile(join(folder, file)).then(
      (text) => response.end(text),
      () => response.writeHead(404).end(),
    );
    return undefined;
  });
}
