// Builds the tree of a contract from its rows: blocks are made by indentation alone. What the tree may not say as a
// whole is for guards.ts.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import type { Language } from '../../languages.ts';
import type { Contract, ContractRow, Fact, Freedom, OrderNode, SequenceNode, TwinLine } from '../contract.ts';
import { deadlockPattern } from '../match/deadlock.ts';
import { Endings } from './program-marks.ts';
import { readLine } from './facts.ts';
import { markForms, markName } from './forms.ts';
import type { MarkName } from './forms.ts';
import { isMark, readMark } from './marks.ts';
import type { Row } from './rows.ts';
import { counted } from '../explain/words.ts';

/** A printed line without any text, which a row of the file cannot show. */
const emptyLine = { text: '', parts: [] } as const;

/** Reads all rows of one file, once. */
export class BlockReader {
  readonly #rows: readonly Row[];
  readonly #file: string;
  readonly #language: Language;
  readonly #shown: ContractRow[] = [];
  readonly #facts: Fact[] = [];
  readonly #twinLines: TwinLine[] = [];
  readonly #endings: Endings;
  #at = 0;
  #depth = 0;

  constructor(rows: readonly Row[], file: string, language: Language) {
    this.#rows = rows;
    this.#file = file;
    this.#language = language;
    this.#endings = new Endings(file);
  }

  /** The contract as written. Throws a CourseError for the first row that cannot stand where it does. */
  read(): Contract {
    const items = this.#block(0);
    return {
      file: this.#file,
      language: this.#language,
      rows: this.#shown,
      body: { kind: 'sequence', line: 1, items },
      facts: this.#facts,
      twinLines: this.#twinLines,
      ...this.#endings.read(),
    };
  }

  #block(indent: number): OrderNode[] {
    const items: OrderNode[] = [];
    for (let row = this.#rows[this.#at]; row && row.indent >= indent; row = this.#rows[this.#at]) {
      if (row.indent > indent) throw this.#wrong(row, indentation(row, indent));
      const item = this.#item(row);
      if (item) items.push(item);
    }
    return items;
  }

  #item(row: Row): OrderNode | undefined {
    this.#take(row);
    if (!isMark(row)) return { kind: 'line', line: row.line, pattern: readLine(row.text, this.#place(row)) };
    const mark = readMark(row, this.#file);
    switch (mark.kind) {
      case 'any order':
        return this.#anyOrder(row, mark.freedom);
      case 'lane':
        return this.#lanes(row, mark.freedom);
      case 'either':
        return this.#alternative(row, mark.freedom);
      case 'or':
        throw this.#wrong(row, {
          what: '"~ or" follows no "~ either"',
          fix: `write "${markForms.either}" above it, with the same indentation`,
        });
      case 'in order':
        return this.#body(row);
      case 'times':
        return { kind: 'repetition', line: row.line, least: mark.least, most: mark.most, item: this.#body(row) };
      case 'empty line':
        return { kind: 'line', line: row.line, pattern: emptyLine };
      case 'deadlock':
        return { kind: 'line', line: row.line, pattern: deadlockPattern };
      case 'fact':
        this.#facts.push(mark.fact);
        return undefined;
      case 'twin':
        this.#twinLines.push(mark.twin);
        return mark.twin.language === this.#language
          ? { kind: 'line', line: row.line, pattern: mark.twin.pattern }
          : { kind: 'sequence', line: row.line, items: [] };
      default:
        this.#endings.add(row, mark, { inBlock: this.#depth > 0, above: this.#rows.slice(0, this.#at - 1) });
        return undefined;
    }
  }

  #take(row: Row): void {
    this.#at += 1;
    this.#shown.push({ line: row.line, depth: this.#depth, text: row.text, kind: isMark(row) ? 'mark' : 'line' });
  }

  #body(row: Row): SequenceNode {
    const next = this.#rows[this.#at];
    const bodyless = { what: `"${row.text}" has no lines of its own`, fix: 'indent its lines by 4 spaces below it' };
    if (!next || next.indent <= row.indent) throw this.#wrong(row, bodyless);
    if (next.indent === row.indent + 1) throw this.#wrong(next, indentation(next, row.indent));
    this.#depth += 1;
    const items = this.#block(next.indent);
    this.#depth -= 1;
    if (items.length === 0) throw this.#wrong(row, bodyless);
    return { kind: 'sequence', line: row.line, items };
  }

  #anyOrder(row: Row, freedom: Freedom): OrderNode {
    const { items } = this.#body(row);
    if (items.length < 2) {
      const fix = 'indent at least two items below it, or drop the mark: one item alone has an order';
      throw this.#wrong(row, { what: '"~ any order" holds one item only', fix });
    }
    return { kind: 'shuffle', line: row.line, freedom, items };
  }

  #lanes(row: Row, freedom: Freedom | undefined): OrderNode {
    if (!freedom) {
      throw this.#wrong(row, {
        what: 'the first "~ lane" of a row does not say by what the order is free, nor why',
        fix: `write "${markForms.lane}", and plain "~ lane" for the further lanes directly below`,
      });
    }
    const items = [this.#body(row), ...this.#siblings(row, (next) => next.text === '~ lane')];
    const next = this.#rows[this.#at];
    if (items.length < 2 && next?.indent === row.indent && markOf(next) === 'lane') {
      const fix = 'write it as plain "~ lane": the first lane gives the cause and the reason of the whole row';
      throw this.#wrong(next, { what: `"${next.text}" begins a row of its own`, fix });
    }
    if (items.length < 2) {
      const fix = 'add a second lane directly below it, as plain "~ lane" with the same indentation, or drop the mark';
      throw this.#wrong(row, { what: 'a lane stands alone', fix });
    }
    return { kind: 'shuffle', line: row.line, freedom, items };
  }

  #alternative(row: Row, freedom: Freedom): OrderNode {
    const items = [this.#body(row), ...this.#siblings(row, (next) => markOf(next) === 'or')];
    if (items.length < 2) {
      const fix = 'add "~ or" with its lines directly below it, with the same indentation';
      throw this.#wrong(row, { what: '"~ either" has no "~ or"', fix });
    }
    return { kind: 'alternative', line: row.line, freedom, items };
  }

  #siblings(first: Row, belongs: (row: Row) => boolean): SequenceNode[] {
    const found: SequenceNode[] = [];
    for (let row = this.#rows[this.#at]; row?.indent === first.indent && belongs(row); row = this.#rows[this.#at]) {
      this.#take(row);
      readMark(row, this.#file);
      found.push(this.#body(row));
    }
    return found;
  }

  #place(row: Row): Place {
    return { file: this.#file, line: row.line };
  }

  #wrong(row: Row, parts: { what: string; fix: string }): CourseError {
    return new CourseError({ ...parts, where: this.#place(row) });
  }
}

function indentation(row: Row, indent: number): { what: string; fix: string } {
  return {
    what: `unexpected indentation: ${counted(row.indent, 'space')} where the block has ${indent}`,
    fix: 'indent by 4 spaces, and only below a mark that holds lines, such as "~ in order"',
  };
}

function markOf(row: Row): MarkName | undefined {
  return isMark(row) ? markName(row.text.slice(2)) : undefined;
}
