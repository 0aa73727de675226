// The fields that events, waits and jobs share.
import { z } from 'zod';

/** ms since the start: virtual where the engine has a virtual clock. */
export const at = z.number().nonnegative();
export const ms = z.number().nonnegative();
/** 0 is the main program. */
export const strand = z.int().nonnegative();
/** From 1; 0 where no line of the program is meant. */
export const line = z.int().nonnegative();
/** Unique over all queues of a run. */
export const job = z.int().positive();
export const promise = z.int().positive();
/** Of a lock, channel or signal; each kind of them is counted for itself. */
export const syncObject = z.int().positive();
