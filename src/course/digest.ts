// How a recording knows the program and the contract that it was made from. A file of its own: `course run` starts without it.
import { createHash } from 'node:crypto';

/** SHA-256 in hex. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
