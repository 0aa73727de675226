// What an order contract says, as data: a tree of lines and blocks, facts about the whole output, and how the program
// ends. Every part knows its line in the contract file, so that a fault can point at it.
import type { Language } from '../languages.ts';
import type { LinePattern } from './pattern.ts';

/** What may change the order of a program's output; a freedom names one of them. */
export const causes = ['latency', 'ties', 'cpu', 'threads'] as const;
export type Cause = (typeof causes)[number];

/** What each cause means, for the reader. */
export const causeMeanings: Record<Cause, string> = {
  latency: 'a wait for the outside world may take longer',
  ties: 'the order of equal deadlines is left open',
  cpu: 'the process stands still for a while',
  threads: 'the operating system decides which thread runs',
};

export type FreedomKind = 'any order' | 'lanes' | 'either' | 'free';

/** A place where the contract leaves the order open: by what, and why in words. */
export interface Freedom {
  readonly kind: FreedomKind;
  readonly cause: Cause;
  readonly reason: string;
  /** Contract line of the mark. */
  readonly line: number;
}

/** One printed line. */
export interface LineNode {
  readonly kind: 'line';
  readonly line: number;
  readonly pattern: LinePattern;
}

/** The items one after another. Without items where all of them belong to the other twin. */
export interface SequenceNode {
  readonly kind: 'sequence';
  readonly line: number;
  readonly items: readonly OrderNode[];
}

/** `~ any order` or a row of lanes: the items interleave freely, each keeps its own order. */
export interface ShuffleNode {
  readonly kind: 'shuffle';
  readonly line: number;
  readonly freedom: Freedom;
  readonly items: readonly OrderNode[];
}

/** `~ either` / `~ or`: exactly one of the items. */
export interface AlternativeNode {
  readonly kind: 'alternative';
  readonly line: number;
  readonly freedom: Freedom;
  readonly items: readonly OrderNode[];
}

/** `~ 2 to 5 times`: the item at least `least` and at most `most` times. */
export interface RepetitionNode {
  readonly kind: 'repetition';
  readonly line: number;
  readonly least: number;
  readonly most: number;
  readonly item: SequenceNode;
}

export type OrderNode = LineNode | SequenceNode | ShuffleNode | AlternativeNode | RepetitionNode;

/** `~ first: A < B < C`: wherever they stand, every A before every B before every C. */
export interface FirstFact {
  readonly kind: 'first';
  readonly line: number;
  readonly lines: readonly LinePattern[];
}

/** `~ free: A <> B`: both orders must turn up when schedules are explored. */
export interface FreeFact {
  readonly kind: 'free';
  readonly line: number;
  readonly one: LinePattern;
  readonly other: LinePattern;
  readonly freedom: Freedom;
}

/** `~ count 3: line`. */
export interface CountFact {
  readonly kind: 'count';
  readonly line: number;
  readonly times: number;
  readonly pattern: LinePattern;
}

/** `~ never: line`. */
export interface NeverFact {
  readonly kind: 'never';
  readonly line: number;
  readonly pattern: LinePattern;
}

export type Fact = FirstFact | FreeFact | CountFact | NeverFact;

/** `~ ts: line because: reason`: a line that only one twin prints. */
export interface TwinLine {
  readonly language: Language;
  readonly line: number;
  readonly pattern: LinePattern;
  readonly reason: string;
}

/** How a line of the contract file is shown: `text` without its indentation, `depth` counts the blocks around it. */
export interface ContractRow {
  readonly line: number;
  readonly depth: number;
  readonly text: string;
  readonly kind: 'line' | 'mark';
}

/** The causes of which a contract may assume a bound: those that have a length. */
export const boundedCauses = ['cpu', 'latency'] as const satisfies readonly Cause[];

/** `~ assume cpu under 100 ms: reason`: the order is promised only while nothing of this cause lasts longer. */
export interface Assumption {
  readonly cause: (typeof boundedCauses)[number];
  /** Every single stall or lateness is shorter than this. */
  readonly under: number;
  readonly reason: string;
  /** Contract line of the mark. */
  readonly line: number;
}

export interface Contract {
  /** As in error messages: relative to the course's root. */
  readonly file: string;
  readonly language: Language;
  /** The file without blank lines. */
  readonly rows: readonly ContractRow[];
  readonly body: SequenceNode;
  readonly facts: readonly Fact[];
  /** The lines of one twin only, of either language. */
  readonly twinLines: readonly TwinLine[];
  /** Why this language has a contract of its own. */
  readonly differs: { readonly reason: string; readonly line: number } | undefined;
  /** What its order rests on besides the rules of the engine; one for a cause at most. */
  readonly assumptions: readonly Assumption[];
  /** ms on the virtual clock. */
  readonly elapsed: { readonly ms: number; readonly line: number } | undefined;
  /** 0 on no line where the contract says nothing. */
  readonly exit: { readonly code: number; readonly line: number | undefined };
  /** In this order, other lines may stand between; empty means that stderr must be empty. */
  readonly stderr: readonly LineNode[];
}

/** The node's own children; a line has none. */
export function childrenOf(node: OrderNode): readonly OrderNode[] {
  if (node.kind === 'line') return [];
  return node.kind === 'repetition' ? [node.item] : node.items;
}

/** All lines below a node, in the order of the contract. */
export function linesOf(node: OrderNode): readonly LineNode[] {
  return node.kind === 'line' ? [node] : childrenOf(node).flatMap(linesOf);
}

/** The lines that a fact names. */
export function patternsOf(fact: Fact): readonly LinePattern[] {
  switch (fact.kind) {
    case 'first':
      return fact.lines;
    case 'free':
      return [fact.one, fact.other];
    case 'count':
    case 'never':
      return [fact.pattern];
  }
}
