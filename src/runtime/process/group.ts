// Ends a child together with everything that it started: its process group, and on Linux also what left the group by `setsid`.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const windows = process.platform === 'win32';

/** Whether children lead a process group of their own. Windows has none; `taskkill /T` walks the tree instead. */
export const ownGroup = !windows;

/** The variable by which a process that left its group is still known as ours. */
export const runTag = 'INTERLEAVE_RUN';

/**
 * Sends a signal to every process of the group that `leader` leads. A group that is gone already is no error.
 * Windows knows no polite end: there the tree is ended at once.
 */
export function signalGroup(leader: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (windows) {
    spawnSync('taskkill', ['/PID', String(leader), '/T', '/F'], { windowsHide: true, stdio: 'ignore' });
    return;
  }
  send(-leader, signal);
}

/** Ends the processes that carry `runTag=tag` in their environment. Linux only: elsewhere nothing can be read there. */
export function endTagged(tag: string): void {
  if (process.platform !== 'linux') return;
  for (let round = 0; round < 3; round += 1) {
    const found = taggedProcesses(tag);
    if (found.length === 0) return;
    for (const pid of found) send(pid, 'SIGKILL');
  }
}

function taggedProcesses(tag: string): number[] {
  const mark = Buffer.from(`${runTag}=${tag}\0`);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => environment(pid).includes(mark))
    .map(Number);
}

function environment(pid: string): Buffer {
  try {
    return readFileSync(`/proc/${pid}/environ`);
  } catch {
    return Buffer.alloc(0);
  }
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM'))) throw error;
  }
}
