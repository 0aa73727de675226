// `npm start`: the site on this machine. Builds it only when the content is newer than what was built.
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CourseError } from '../../error.ts';
import type { Invocation } from '../shell/command.ts';
import { text } from '../shell/command.ts';
import { freePort } from './port.ts';
import { home, runTool } from './tools.ts';

export async function command({ root, options, json, terminal, signal }: Invocation): Promise<number> {
  const port = portOf(text(options, 'port') ?? '4321');
  if (isOld(root)) {
    if (!json) terminal.write('building the site once; this takes a moment\n');
    await build(signal);
    if (signal.aborted) return 130;
  }
  const { preview } = await import('astro');
  const free = await freePort(port);
  const server = await preview({ root: home, logLevel: 'error', server: { port: free } });
  const address = server.urls?.local[0] ?? `http://localhost:${server.port}/`;
  if (json) terminal.write(`${JSON.stringify({ address, port: server.port })}\n`);
  else {
    if (server.port !== port) terminal.write(`port ${port} is taken, so this is port ${server.port}\n`);
    terminal.write(`the course is at ${address}\nCtrl-C ends it\nnext, in another terminal: npm run course -- list\n`);
  }
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.stop();
  return 0;
}

function portOf(word: string): number {
  const port = Number(word);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new CourseError({
    what: `"${word}" is not a port`,
    fix: 'give a whole number from 1 to 65535: npm start -- --port 4321',
    kind: 'misuse',
  });
}

async function build(signal: AbortSignal): Promise<void> {
  const { exit, output } = await runTool({ tool: 'astro', args: ['build'], signal });
  if (exit === 0 || signal.aborted) return;
  const lines = output.split('\n').filter((line) => !/^\s+(at |Stack trace)/.test(line));
  const reason = lines
    .slice(
      Math.max(
        0,
        lines.findIndex((line) => line.includes('[ERROR]')),
      ),
    )
    .slice(0, 8)
    .join('\n');
  throw new CourseError({ what: `the site could not be built:\n${reason.trimEnd()}`, fix: 'npm run course -- check' });
}

/** Nothing is built, or something that goes into the site is newer than what was built. */
function isOld(root: string): boolean {
  const built = join(process.env['SITE_OUT'] ?? join(home, 'dist'), 'index.html');
  if (!existsSync(built)) return true;
  const { mtimeMs } = statSync(built);
  const content = globSync('{lessons,snippets}/**', { cwd: root }).map((name) => join(root, name));
  const sources = ['src/**', 'public/**', '*.mjs', 'package-lock.json'];
  const engine = globSync(sources, { cwd: home, exclude: ['src/cli/**'] });
  return [...content, ...engine.map((name) => join(home, name))].some((file) => statSync(file).mtimeMs > mtimeMs);
}
