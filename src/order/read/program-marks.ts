// The marks about the whole program: how it ends, how long it takes, why its contract differs from its twin's.
import { CourseError } from '../../error.ts';
import type { Contract, LineNode } from '../contract.ts';
import type { Mark } from './marks.ts';
import type { Row } from './rows.ts';

type EndingMark = Extract<Mark, { kind: 'elapsed' | 'exit' | 'stderr' | 'differs' }>;

/** Collects the marks of one file in the order in which they come. */
export class Endings {
  readonly #file: string;
  readonly #stderr: LineNode[] = [];
  #differs: Contract['differs'];
  #elapsed: Contract['elapsed'];
  #exit: Contract['exit'] = { code: 0, line: undefined };

  constructor(file: string) {
    this.#file = file;
  }

  /** Throws a CourseError for a mark in a block, a second one of its kind, and a `differs` that does not open the file. */
  add(row: Row, mark: EndingMark, { inBlock, opens }: { inBlock: boolean; opens: boolean }): void {
    if (inBlock) {
      const what = `"${row.text}" is about the whole program and stands in a block`;
      throw this.#wrong(row, what, 'write it without indentation');
    }
    switch (mark.kind) {
      case 'differs':
        if (!opens)
          throw this.#wrong(row, `"${row.text}" does not open the contract`, 'make it the first line of the file');
        this.#differs = { reason: mark.reason, line: row.line };
        break;
      case 'elapsed':
        this.#once(row, 'elapsed', this.#elapsed?.line);
        this.#elapsed = { ms: mark.ms, line: row.line };
        break;
      case 'exit':
        this.#once(row, 'exit', this.#exit.line);
        this.#exit = { code: mark.code, line: row.line };
        break;
      case 'stderr':
        this.#stderr.push({ kind: 'line', line: row.line, pattern: mark.pattern });
    }
  }

  read(): Pick<Contract, 'differs' | 'elapsed' | 'exit' | 'stderr'> {
    return { differs: this.#differs, elapsed: this.#elapsed, exit: this.#exit, stderr: this.#stderr };
  }

  #once(row: Row, name: 'elapsed' | 'exit', first: number | undefined): void {
    if (first === undefined) return;
    throw this.#wrong(row, `a second "~ ${name}"`, `keep one of the two; the first stands on line ${first}`);
  }

  #wrong(row: Row, what: string, fix: string): CourseError {
    return new CourseError({ what, where: { file: this.#file, line: row.line }, fix });
  }
}
