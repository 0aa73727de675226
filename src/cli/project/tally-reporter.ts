// A reporter of vitest that writes how many tests passed, failed and were skipped to the file that COURSE_TALLY names.
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export default class TallyReporter implements Reporter {
  /** A file that cannot be read counts as one failed test, and so does an error outside of every test. */
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tally: Tally = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      tally.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        tally[state === 'pending' ? 'skipped' : state] += 1;
      }
    }
    const file = process.env['COURSE_TALLY'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  }
}
