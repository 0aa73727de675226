// Runs what nobody has looked at: in user namespaces of Linux, without a network, with a machine that can be read and not written,
// and with an end to it, whatever it starts. Other systems have no such thing that a command may use without being asked.
// Source of the rules: user_namespaces(7), mount_namespaces(7), pid_namespaces(7).
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess } from '../process/run.ts';
import type { Command, ProcessRequest, ProcessResult } from '../process/run.ts';

/** Where the copy of the folder lies inside. */
export const insideFolder = '/run/work';

const enter = fileURLToPath(new URL('enter.sh', import.meta.url));

/** New namespaces of every kind; what runs in them ends with the first process, and that one with us. */
const unshare = '--user --map-root-user --mount --net --pid --ipc --uts --fork --kill-child --mount-proc'.split(' ');

/** What may be used inside, over all processes. */
const guard = { processes: 100, memory: 1.5 * 1024 ** 3 } as const;

/** Runs `command` in the sandbox with a copy of `folder` as its own; limits as runProcess. */
export function runInside(command: Command, folder: string, request: ProcessRequest): Promise<ProcessResult> {
  const kept = [command.cwd, process.execPath, enter];
  const hide = kept.some((path) => path.startsWith(tmpdir() + sep)) || tmpdir() !== '/tmp' ? 'nothing' : 'tmp';
  const args = [...unshare, 'sh', enter, folder, hide, command.command, ...command.args];
  return runProcess({ ...command, command: 'unshare', args }, { guard, ...request });
}

/** Why this machine has no sandbox; undefined where it has. */
export async function sandboxFault(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'user namespaces are of Linux alone';
  const here = dirname(enter);
  const command = { command: 'true', args: [], cwd: here, env: { PATH: process.env['PATH'] } };
  try {
    const { exit, lines } = await runInside(command, here, { file: join(here, 'enter.sh'), timeLimit: 5000 });
    return exit === 0 ? undefined : (lines.at(-1)?.text ?? 'unshare gives none');
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}
