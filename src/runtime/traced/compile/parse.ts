// JavaScript to a syntax tree, with the lines of a file counted from where the file begins in the whole program.
import importPhases from 'acorn-import-phases';
import { Parser } from 'acorn';
import type { Comment, Options, Program } from 'acorn';
import type { SourceFile } from './refusal.ts';

/** Knows import.source() and import.defer(), too; begins to count at `firstLine`. */
class CountingParser extends Parser.extend(importPhases()) {
  declare curLine: number;

  static parseFrom(firstLine: number, text: string, options: Options): Program {
    const parser = new this(options, text);
    parser.curLine = firstLine;
    return parser.parse();
  }
}

/** Throws a SyntaxError that ends in "(line:column)", of the file. */
export function parseProgram(
  { firstLine = 1 }: SourceFile,
  javascript: string,
  sourceType: 'commonjs' | 'module',
  onComment: Comment[],
): Program {
  return CountingParser.parseFrom(firstLine, javascript, {
    ecmaVersion: 'latest',
    sourceType,
    locations: true,
    onComment,
  });
}
