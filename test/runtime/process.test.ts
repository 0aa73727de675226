import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { RunRequest } from '../../src/runtime/engine.ts';
import { programEnvironment } from '../../src/runtime/process/environment.ts';
import { runProcess } from '../../src/runtime/process/run.ts';
import { realClock } from '../real-clock.ts';

const cwd = import.meta.dirname;

function run(script: string, request: Partial<RunRequest> = {}) {
  const command = { command: process.execPath, args: ['-e', script], cwd, env: programEnvironment() };
  return runProcess(command, { file: '', timeLimit: 5000, ...request });
}

function texts(lines: readonly { text: string }[]): string[] {
  return lines.map((line) => line.text);
}

/** A zombie counts as ended: only its parent's table still names it. */
function alive(pid: string | undefined): boolean {
  expect(pid).toMatch(/^\d+$/);
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** A killed process takes a moment to die. */
async function ended(pids: readonly (string | undefined)[]): Promise<void> {
  await vi.waitFor(() => expect(pids.filter(alive)).toEqual([]));
}

function abortAt(text: string): Partial<RunRequest> {
  const abort = new AbortController();
  return { signal: abort.signal, onLine: (line) => (line.text === text ? abort.abort() : undefined) };
}

const never = 'setInterval(() => {}, 1000);';
const deaf = `process.on('SIGTERM', () => {}); ${never}`;

function grandchild(script: string, detached = false): string {
  return `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(script)}],
    { stdio: ['ignore', 1, 2], detached: ${detached} }); console.log(child.pid);`;
}

/** Blocks this process: no callback of its event loop runs meanwhile. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Calls `then` when a child has exited and all who listen for that have heard of it. Returns what ends that. */
function afterEachExit(then: () => void): () => void {
  const later = () => process.nextTick(then);
  const listen = (message: unknown) => (message as { process: ChildProcess }).process.once('exit', later);
  subscribe('child_process', listen);
  return () => unsubscribe('child_process', listen);
}

describe('lines', realClock, () => {
  it('each line has its stream and its time, and reaches onLine as it is kept', async () => {
    const seen: unknown[] = [];
    const result = await run(`console.log('a'); console.error('b')`, { onLine: (line) => seen.push(line) });
    expect(new Set(result.lines.map((line) => `${line.stream}: ${line.text}`))).toEqual(
      new Set(['stdout: a', 'stderr: b']),
    );
    expect(seen).toEqual(result.lines);
    expect(result.lines.every((line) => line.at > 0 && line.at <= result.elapsed)).toBe(true);
    expect(result).toMatchObject({ exit: 0, signal: null, stopped: undefined });
  });

  it('a last line without a line end counts, and "\\r\\n" is one line end', async () => {
    const result = await run(`process.stdout.write('one\\r\\n\\ntwo')`);
    expect(texts(result.lines)).toEqual(['one', '', 'two']);
  });

  it('a character cut in two by a chunk arrives whole', async () => {
    const result = await run(`const bytes = Buffer.from('ö\\n');
      require('node:fs').writeSync(1, bytes.subarray(0, 1));
      setTimeout(() => require('node:fs').writeSync(1, bytes.subarray(1)), 20)`);
    expect(texts(result.lines)).toEqual(['ö']);
  });

  it.runIf(process.platform === 'linux')('what lies in a pipe is read, however late we come to it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'process-'));
    const printed = join(folder, 'printed');
    // it has left the group and carries no mark, so that it outlives the child and prints after its exit
    const outlives = `sleep 0.05; echo late; touch ${printed}`;
    const leave = afterEachExit(() => {
      while (!existsSync(printed)) standStill(10);
      standStill(300);
    });
    try {
      const result = await run(`require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(outlives)}],
        { detached: true, env: { PATH: process.env.PATH }, stdio: ['ignore', 1, 2] }).unref()`);
      expect(texts(result.lines)).toEqual(['late']);
    } finally {
      leave();
      rmSync(folder, { recursive: true });
    }
  });

  it('colors are off and the variables that would change a program are not passed on', async () => {
    process.env['NODE_OPTIONS'] = '--no-warnings';
    const result = await run(`console.log([process.env.NO_COLOR, process.env.FORCE_COLOR, process.env.NODE_OPTIONS])`);
    delete process.env['NODE_OPTIONS'];
    expect(texts(result.lines)).toEqual([`[ '1', undefined, undefined ]`]);
  });
});

describe('endings', realClock, () => {
  it('the exit code is reported', async () => {
    expect(await run('process.exit(7)')).toMatchObject({ exit: 7, signal: null, stopped: undefined });
  });

  it('a signal is reported by its name', async () => {
    const result = await run(`process.kill(process.pid, 'SIGUSR2'); ${never}`);
    expect(result).toMatchObject({ exit: null, signal: 'SIGUSR2', stopped: undefined });
  });

  it('a program that never ends is ended at the time limit', async () => {
    expect(await run(never, { timeLimit: 300 })).toMatchObject({
      exit: null,
      signal: 'SIGTERM',
      stopped: 'time limit',
    });
  });

  it('a program that ignores the polite signal is killed, and its lines are kept', async () => {
    const result = await run(`${deaf} console.log('deaf')`, abortAt('deaf'));
    expect(result).toMatchObject({ exit: null, signal: 'SIGKILL', stopped: 'interrupt' });
    expect(texts(result.lines)).toEqual(['deaf']);
  });

  it('a flood of output is cut at the limit', async () => {
    const result = await run(`for (;;) console.log('xxxxxxxxx')`, { outputLimit: 1005 });
    expect(result.stopped).toBe('output limit');
    expect(texts(result.lines)).toEqual([...Array<string>(100).fill('xxxxxxxxx'), 'xxxxx']);
  });

  it('aborting ends the program', async () => {
    const result = await run(`console.log('go'); ${never}`, abortAt('go'));
    expect(result).toMatchObject({ exit: null, signal: 'SIGTERM', stopped: 'interrupt' });
  });

  it('a run aborted before its start starts nothing', async () => {
    const result = await run(`console.log('go')`, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ exit: null, stopped: 'interrupt', lines: [] });
  });

  it('what onLine throws ends the program and rejects the run', async () => {
    const onLine = () => {
      throw new Error('no more');
    };
    await expect(run(`console.log('go'); ${never}`, { onLine })).rejects.toThrow('no more');
  });

  it('a command that is not there is refused by name', async () => {
    const command = { command: 'no-such-engine', args: [], cwd: '/', env: {} };
    await expect(runProcess(command, { file: '' })).rejects.toThrow(
      'cannot start "no-such-engine" in /: spawn no-such-engine ENOENT\n' +
        '  fix: see what is missing with `npm run course -- doctor`',
    );
  });
});

describe.skipIf(process.platform === 'win32')('nothing is left alive', realClock, () => {
  it('after a normal end', async () => {
    const result = await run(`${grandchild(never)} setTimeout(() => process.exit(0), 10)`);
    expect(result).toMatchObject({ exit: 0, stopped: undefined });
    await ended([result.lines[0]?.text]);
  });

  it('after an abort, even if the grandchild ignores the polite signal', async () => {
    const result = await run(`${grandchild(`${deaf} console.log('deaf')`)} ${never}`, abortAt('deaf'));
    expect(result.stopped).toBe('interrupt');
    await ended([result.lines[0]?.text]);
  });

  it.runIf(process.platform === 'linux')('even if the grandchild has left the group', async () => {
    const result = await run(`${grandchild(never, true)} setTimeout(() => process.exit(0), 10)`);
    expect(result.exit).toBe(0);
    await ended([result.lines[0]?.text]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('after our own process is ended by %s', async (signal) => {
    const { pids, child } = await ours();
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    await ended(pids);
  });

  it('after our own process crashes', async () => {
    const { pids, child } = await ours(`if (count === 2) setTimeout(() => { throw new Error('crash') })`);
    expect(await once(child, 'exit')).toEqual([1, null]);
    await ended(pids);
  });

  /** A process that runs a child and a grandchild which both never end; resolves when both have told their ids. */
  async function ours(atLine = '') {
    const src = JSON.stringify(new URL('../../src/runtime/process/run.ts', import.meta.url).href);
    const script = `console.log(process.pid); ${grandchild(deaf)} ${never}`;
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { runProcess } from ${src};
         let count = 0;
         const onLine = (line) => { count += 1; console.log(line.text); ${atLine} };
         const args = ['-e', ${JSON.stringify(script)}];
         void runProcess({ command: process.execPath, args, cwd: '.', env: process.env }, { file: '', onLine });`,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let text = '';
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      text += String(chunk);
      if (text.split('\n').length > 2) break;
    }
    return { child, pids: text.trim().split('\n') };
  }
});
