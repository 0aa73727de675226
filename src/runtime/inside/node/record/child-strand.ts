// Which strand a Worker or a child process is.
import { ChildProcess } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import type { LiveWait } from '../../../real/record/records.ts';
import { property } from '../shared/property.ts';
import { threadKey } from '../shared/records.ts';

/** A strand whose end is waited for. */
type Joining = Extract<LiveWait, { readonly kind: 'strand' }>;

/** The wait for the end of a Worker or child process that has not ended. */
export function childStrand(child: unknown): Joining | undefined {
  const [thread, pid] = [property(child, 'threadId'), property(child, 'pid')];
  if (child instanceof Worker && typeof thread === 'number' && thread > 0) return joining(`${threadKey(thread)}/0`);
  if (child instanceof ChildProcess && typeof pid === 'number') return joining(`${pid}/0`);
  return undefined;
}

/** The wait for the end of a strand. */
export function joining(strand: string): Joining {
  return { kind: 'strand', strand, how: 'join' };
}
