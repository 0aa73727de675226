// Prints what is wrong, each error once, and says with which exit code the command ends.
import type { CourseError } from '../../error.ts';
import { exitCodes } from '../../error.ts';
import type { Terminal } from './terminal.ts';
import { styled } from './terminal.ts';

/** Errors without those that say the same. */
export function distinct(errors: readonly CourseError[]): CourseError[] {
  return [...new Map(errors.map((error) => [error.message, error])).values()];
}

export function report(errors: readonly CourseError[], terminal: Terminal): void {
  for (const error of errors) {
    const [head, ...rest] = error.message.split('\n');
    terminal.warn(`${[styled(terminal, 'red', head ?? ''), ...rest].join('\n')}\n`);
  }
}

/** 0 without errors; 3 if only the machine lacks something; else 1. */
export function exitCodeOf(errors: readonly CourseError[]): number {
  if (errors.length === 0) return 0;
  return errors.every(({ kind }) => kind === 'missing') ? exitCodes.missing : exitCodes.course;
}
