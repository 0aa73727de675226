// Reads JSON that somebody else wrote: what comes out has the form that the reader asked for, or is not there.
import type { ZodType } from 'zod';

/** What `text` says; undefined where it is no JSON (a process that was ended leaves half of a line) or not of this form. */
export function readJson<Value>(schema: ZodType<Value>, text: string): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
