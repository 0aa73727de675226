// Which strand a Worker or a child process is.
import { ChildProcess } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { property } from '../shared/property.ts';
import { threadKey } from '../shared/records.ts';

/** The strand of a Worker or child process that has not ended. */
export function childStrand(child: unknown): { thing: 'worker' | 'process'; id: string } | undefined {
  const [thread, pid] = [property(child, 'threadId'), property(child, 'pid')];
  if (child instanceof Worker && typeof thread === 'number' && thread > 0)
    return { thing: 'worker', id: `${threadKey(thread)}/0` };
  if (child instanceof ChildProcess && typeof pid === 'number') return { thing: 'process', id: `${pid}/0` };
  return undefined;
}
