// Checks of what emitters are given, with Node's words (lib/internal/validators.js).
import type { Formatter } from '../../engine/formatter.ts';
import { coded, received } from '../arguments.ts';

export function booleanOnly(value: unknown, name: string, { inspect }: Formatter): void {
  if (typeof value === 'boolean') return;
  const kind = name.includes('.') ? 'property' : 'argument';
  const text = `The "${name}" ${kind} must be of type boolean. Received ${received(value, inspect)}`;
  throw coded(new TypeError(text), 'ERR_INVALID_ARG_TYPE');
}

/** Not below 0. */
export function numberOnly(value: unknown, name: string, { inspect }: Formatter): number {
  if (typeof value !== 'number') {
    const text = `The "${name}" argument must be of type number. Received ${received(value, inspect)}`;
    throw coded(new TypeError(text), 'ERR_INVALID_ARG_TYPE');
  }
  if (value >= 0) return value;
  const text = `The value of "${name}" is out of range. It must be >= 0. Received ${inspect(value)}`;
  throw coded(new RangeError(text), 'ERR_OUT_OF_RANGE');
}
