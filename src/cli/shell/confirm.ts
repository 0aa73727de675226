// A question that is answered by y or n. No answer is no.
import { PassThrough } from 'node:stream';
import { createInterface } from 'node:readline/promises';
import type { Invocation } from './command.ts';

/** Asks on stderr, so that what is printed as JSON stays whole. */
export async function confirmed({ terminal, input, signal }: Invocation, question: string): Promise<boolean> {
  terminal.warn(`${question} [y/N] `);
  const typed = new PassThrough();
  const leave = input.into(typed, () => undefined);
  const lines = createInterface({ input: typed, signal });
  try {
    for await (const line of lines) return /^y(es)?$/i.test(line.trim());
    return false;
  } finally {
    lines.close();
    leave();
  }
}
