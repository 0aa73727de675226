// What the erasing of one program works on, and what several of its parts do.
import { Blanks } from './blanks.ts';
import type { SourceFile } from '../refusal.ts';
import { Tokens } from './tokens.ts';
import type { Token } from './tokens.ts';
import { nodeIn } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

export class Erasure {
  readonly source: SourceFile;
  readonly tokens: Tokens;
  readonly blanks: Blanks;

  constructor(source: SourceFile, tokens: readonly Token[]) {
    this.source = source;
    this.tokens = new Tokens(source.text, tokens);
    this.blanks = new Blanks(source.text);
  }

  blank(token: Token | undefined): void {
    if (token) this.blanks.blank(token.start, token.end);
  }

  /** Something of a list, with the comma behind it. */
  blankListed({ start, end }: Token): void {
    const next = this.tokens.from(end);
    this.blanks.blank(start, next && this.tokens.text(next) === ',' ? next.end : end);
  }

  /** `?` or `!` behind the name of a member. */
  blankMark(place: number, mark: '?' | '!'): void {
    const token = this.tokens.from(place);
    if (this.tokens.text(token) === mark) this.blank(token);
  }

  /** A statement that is all type; a semicolon stays where the lines around it would become one statement. */
  blankStatement({ start, end }: TypedNode): void {
    this.blanks.blank(start, end);
    const before = this.tokens.before(start);
    if (!before || !this.tokens.goesOn(end, 'statement')) return;
    this.blanks.put(this.tokens.text(before) === ';' ? before.start : start, ';');
  }
}

/** Where the key of a member or a method ends, its bracket included. */
export function endOfKey({ tokens }: Erasure, node: TypedNode): number {
  const end = nodeIn(node['key'])?.end ?? node.start;
  return node['computed'] === true ? (tokens.from(end)?.end ?? end) : end;
}
