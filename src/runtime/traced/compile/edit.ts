// What all parts of the transform share: the text under change, the function they are in, and the calls they insert.
// Inserted names begin with `$$`; a program that uses such a name is refused.
import type { AnyNode } from 'acorn';
import type MagicString from 'magic-string';
import type { FunctionInfo } from '../program.ts';
import type { Linking } from './linking.ts';
import type { SourceFile } from './refusal.ts';
import { lineOf } from './syntax.ts';

/** Where in the program a node stands. */
export interface Scope {
  readonly async: boolean;
  readonly generator: boolean;
  /** The name that stands for `super` where `super` itself cannot be written. */
  readonly superName: string | undefined;
  /** What stands for names that a lowered function cannot have: `yield`, and `arguments` of the function around it. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Label of the loop that comes next, with its colon. */
  readonly label: string;
}

export interface Edit {
  readonly source: SourceFile;
  readonly text: MagicString;
  readonly functions: FunctionInfo[];
  /** Of an ES module that is linked with others. */
  readonly linking: Linking | undefined;
  /** Imports become constants before the program: they are hoisted. */
  readonly prelude: string[];
  /** Whether the program has shared memory, whose elements are accessed step by step. */
  readonly isShared: boolean;
  /** A number for names that must differ. */
  fresh(): number;
  visit(node: AnyNode, parent: AnyNode | undefined, scope: Scope): void;
}

/** Puts `text` before what stands at `at`; of several the outermost node first. */
export function before(edit: Edit, at: number, text: string): void {
  edit.text.appendRight(at, text);
}

/** Puts `text` behind what ends at `at`; of several the innermost node first. */
export function behind(edit: Edit, at: number, text: string): void {
  edit.text.prependLeft(at, text);
}

export function replace(edit: Edit, from: number, to: number, text: string): void {
  if (to > from) edit.text.update(from, to, text);
}

/** Before and behind an expression: the function suspends on its value and goes on with what that settles to. */
export function awaiting({ async, generator }: Scope, node: AnyNode): { open: string; close: string } {
  const line = lineOf(node);
  return async && generator
    ? { open: `$$.resume($$f,(yield $$.awaits($$.suspend($$f,${line},`, close: '))))' }
    : { open: `$$.resume($$f,(yield $$.suspend($$f,${line},`, close: ')))' };
}

/** The text of an await of `expression`. */
export function awaited(scope: Scope, node: AnyNode, expression: string): string {
  const { open, close } = awaiting(scope, node);
  return open + expression + close;
}

/** The text of the program from `from` to `to`, without its types. */
export function original({ text }: Edit, from: number, to: number): string {
  return text.original.slice(from, to);
}

/** As many line ends as the text from `from` to `to` has, for what takes its place; a space if it has none. */
export function lineEnds(edit: Edit, from: number, to: number): string {
  return original(edit, from, to).replaceAll(/[^\n]+/g, '') || ' ';
}
