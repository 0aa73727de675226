// Looks again and again at a process and all that descends from it, and says when they are too many or hold too much memory.
// Linux alone: elsewhere /proc says nothing, and nothing is said.
import { readdirSync, readFileSync } from 'node:fs';

export interface GuardLimits {
  /** Processes at a time. */
  readonly processes: number;
  /** Bytes of memory that they hold together. */
  readonly memory: number;
}

/** ms between two looks. */
const pause = 100;

/** Bytes of a page. */
const page = 4096;

/** Calls `over` once, as soon as `leader` and its descendants pass a limit; the returned function ends the watch. */
export function guardOver(
  leader: number,
  { processes, memory }: GuardLimits,
  over: (limit: 'process limit' | 'memory limit') => void,
): () => void {
  const timer = setInterval(() => {
    const { count, held } = usageOf(leader);
    if (count <= processes && held <= memory) return;
    clearInterval(timer);
    over(count > processes ? 'process limit' : 'memory limit');
  }, pause);
  timer.unref();
  return () => clearInterval(timer);
}

function usageOf(leader: number): { readonly count: number; readonly held: number } {
  const children = Map.groupBy(allProcesses(), ({ parent }) => parent);
  let count = 0;
  let held = 0;
  const open = [leader];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    count += 1;
    for (const child of children.get(pid) ?? []) {
      open.push(child.pid);
      held += child.held;
    }
  }
  return { count, held };
}

interface Seen {
  readonly pid: number;
  readonly parent: number;
  /** Bytes. */
  readonly held: number;
}

function allProcesses(): Seen[] {
  return namesIn('/proc').flatMap((name) => (/^\d+$/.test(name) ? (seen(name) ?? []) : []));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Fields 4 and 24 of /proc/PID/stat, proc(5); the name before them may hold anything. */
function seen(pid: string): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(pid), parent: Number(fields[1]), held: Number(fields[21]) * page };
  } catch {
    return undefined; // it has ended in between
  }
}
