// The marks about the whole program: what its order rests on, how it ends, how long it takes, why its contract differs from
// its twin's.
import { CourseError } from '../../error.ts';
import type { Assumption, Contract, LineNode } from '../contract.ts';
import type { Mark } from './marks.ts';
import type { Row } from './rows.ts';

type EndingMark = Extract<Mark, { kind: 'assume' | 'elapsed' | 'exit' | 'stderr' | 'differs' }>;

/** Where a mark stands. */
interface Position {
  readonly inBlock: boolean;
  /** The rows before it. */
  readonly above: readonly Row[];
}

/** Collects the marks of one file in the order in which they come. */
export class Endings {
  readonly #file: string;
  readonly #stderr: LineNode[] = [];
  readonly #assumptions: Assumption[] = [];
  #differs: Contract['differs'];
  #elapsed: Contract['elapsed'];
  #exit: Contract['exit'] = { code: 0, line: undefined };

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Throws a CourseError for a mark in a block, a second one of its kind, a `differs` that does not open the file, and an
   * `assume` below a line.
   */
  add(row: Row, mark: EndingMark, { inBlock, above }: Position): void {
    if (inBlock) {
      const what = `"${row.text}" is about the whole program and stands in a block`;
      throw this.#wrong(row, what, 'write it without indentation');
    }
    switch (mark.kind) {
      case 'differs':
        if (above.length > 0)
          throw this.#wrong(row, `"${row.text}" does not open the contract`, 'make it the first line of the file');
        this.#differs = { reason: mark.reason, line: row.line };
        break;
      case 'assume':
        this.#assume(row, mark.assumption, above);
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

  read(): Pick<Contract, 'assumptions' | 'differs' | 'elapsed' | 'exit' | 'stderr'> {
    return {
      assumptions: this.#assumptions,
      differs: this.#differs,
      elapsed: this.#elapsed,
      exit: this.#exit,
      stderr: this.#stderr,
    };
  }

  #assume(row: Row, assumption: Assumption, above: readonly Row[]): void {
    if (!above.every(({ text }) => /^~ (?:differs|assume)\b/.test(text))) {
      const fix = 'write it at the top: what the order rests on is read first';
      throw this.#wrong(row, `"${row.text}" stands below lines of the contract`, fix);
    }
    const known = this.#assumptions.find(({ cause }) => cause === assumption.cause);
    this.#once(row, `assume ${assumption.cause}`, known?.line);
    this.#assumptions.push(assumption);
  }

  #once(row: Row, name: string, first: number | undefined): void {
    if (first === undefined) return;
    throw this.#wrong(row, `a second "~ ${name}"`, `keep one of the two; the first stands on line ${first}`);
  }

  #wrong(row: Row, what: string, fix: string): CourseError {
    return new CourseError({ what, where: { file: this.#file, line: row.line }, fix });
  }
}
