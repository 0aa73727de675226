// One block of a contract as a sentence; a plain line and a plain sequence need none.
import { linesOf } from '../contract.ts';
import type { AlternativeNode, OrderNode, RepetitionNode, ShuffleNode } from '../contract.ts';
import { deadlockPattern } from '../match/deadlock.ts';
import type { Span } from './span.ts';
import { sentence } from './words.ts';

/** The sentence of a block, or undefined if this twin prints nothing in it or it leaves nothing open. */
export function explainBlock(node: OrderNode, spans: ReadonlyMap<OrderNode, Span>): string | undefined {
  if (linesOf(node).length === 0) return undefined;
  switch (node.kind) {
    case 'line':
    case 'sequence':
      return undefined;
    case 'shuffle':
      return explainShuffle(node, spans.get(node));
    case 'alternative':
      return explainAlternative(node, spans.get(node));
    case 'repetition':
      return explainRepetition(node);
  }
}

function explainShuffle(node: ShuffleNode, span: Span | undefined): string | undefined {
  const items = node.items.filter((item) => linesOf(item).length > 0);
  if (items.length < 2) return undefined;
  const lines = span ? spanInWords(span) : listed(node);
  const { kind, reason } = node.freedom;
  if (kind === 'lanes') {
    const free = `${items.length} lanes that interleave freely, each in its own order`;
    return sentence(`${lines} are ${free}: ${reason}`);
  }
  const blocks = items.some((item) => linesOf(item).length > 1) ? ', each block in its own order' : '';
  return sentence(`${lines} may come in any order${blocks}: ${reason}`);
}

function explainAlternative(node: AlternativeNode, span: Span | undefined): string {
  const choices = node.items.map((item) => (linesOf(item).length === 0 ? 'nothing' : inTurn(item)));
  const either = `either ${choices.join(' or ')}`;
  const { reason } = node.freedom;
  if (!span) return sentence(`${either}: ${reason}`);
  return sentence(`${spanInWords(span)} ${span.first === span.last ? 'is' : 'are'} ${either}: ${reason}`);
}

function explainRepetition({ item, least, most }: RepetitionNode): string {
  const times = least === most ? `${most} times` : `${least} to ${most} times`;
  return sentence(`${inTurn(item)} ${linesOf(item).length > 1 ? 'come' : 'comes'} ${times}`);
}

function spanInWords({ first, last }: Span): string {
  if (first === last) return `line ${first}`;
  return `lines ${first} ${last === first + 1 ? 'and' : 'to'} ${last}`;
}

const shown = 4;

// `"a", "b" and "c"`; past four lines the first and the last.
function listed(node: OrderNode): string {
  const names = linesOf(node).map((line) => `"${line.pattern.text}"`);
  const last = names.at(-1) ?? '';
  if (names.length > shown) return `the ${names.length} lines from ${names[0] ?? ''} to ${last}`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

// `"a", then "b"`; past four lines the first and the last.
function inTurn(node: OrderNode): string {
  const names = linesOf(node).map(({ pattern }) => (pattern === deadlockPattern ? 'a deadlock' : `"${pattern.text}"`));
  return names.length > shown ? listed(node) : names.join(', then ');
}
