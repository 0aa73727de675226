// A contract in sentences, for the page and the terminal: what must come in this order, what may swap and why.
import { languageNames } from '../../languages.ts';
import { childrenOf, linesOf } from '../contract.ts';
import type { Assumption, Contract, Fact, Freedom, OrderNode } from '../contract.ts';
import { explainBlock } from './block.ts';
import { slotsOf } from '../pattern.ts';
import type { SlotKind } from '../pattern.ts';
import { spansOf } from './span.ts';
import { backReferencedNames } from '../match/back-references.ts';
import { sentence, timesInWords } from './words.ts';

export interface Explanation {
  /** A sentence with its full stop. Line numbers in it are lines of output. */
  readonly text: string;
  /** undefined where the sentence is about the whole contract. */
  readonly contractLine: number | undefined;
  readonly freedom: Freedom | undefined;
}

/** What a contract says, in the order of its lines. */
export function explainContract(contract: Contract): readonly Explanation[] {
  const { body, facts, twinLines, differs } = contract;
  const spans = spansOf(body);
  const blocks = nodesOf(body).flatMap((node): readonly Explanation[] => {
    const text = explainBlock(node, spans);
    const freedom = node.kind === 'shuffle' || node.kind === 'alternative' ? node.freedom : undefined;
    return text === undefined ? [] : [{ text, contractLine: node.line, freedom }];
  });
  const twins = twinLines.map(({ language, pattern, reason, line }) =>
    about(line, sentence(`only ${languageNames[language]} prints "${pattern.text}" here: ${reason}`)),
  );
  const details = [...blocks, ...twins, ...facts.map(explainFact)].sort(
    (a, b) => (a.contractLine ?? 0) - (b.contractLine ?? 0),
  );
  return [
    ...(differs
      ? [
          about(
            differs.line,
            sentence(`${languageNames[contract.language]} has a contract of its own: ${differs.reason}`),
          ),
        ]
      : []),
    about(
      undefined,
      opening(
        contract,
        details.some((one) => one.freedom !== undefined),
      ),
    ),
    ...contract.assumptions.map(explainAssumption),
    ...details,
    ...placeholders(contract),
    ...endings(contract),
  ];
}

function opening({ body }: Contract, free: boolean): string {
  if (linesOf(body).length === 0) return 'Nothing is printed.';
  return free ? 'Every line, in this order, with these freedoms:' : 'Every line, in this order.';
}

function explainAssumption({ cause, under, reason, line }: Assumption): Explanation {
  const rests = {
    cpu: `the process stands still for less than ${under} ms at a time`,
    latency: `no wait for the outside world ends ${under} ms late or later`,
  }[cause];
  return about(line, sentence(`this order is the usual one; it holds while ${rests}: ${reason}`));
}

function explainFact(fact: Fact): Explanation {
  switch (fact.kind) {
    case 'first': {
      const [first, second, ...further] = fact.lines.map((line) => `"${line.text}"`);
      const chain = further.map((name) => `, and that before ${name}`).join('');
      return about(fact.line, sentence(`${first ?? ''} comes before ${second ?? ''}${chain}`));
    }
    case 'free': {
      const { one, other, freedom } = fact;
      const text = sentence(`"${one.text}" and "${other.text}" come in either order: ${freedom.reason}`);
      return { text, contractLine: fact.line, freedom };
    }
    case 'count':
      return about(fact.line, sentence(`"${fact.pattern.text}" comes ${timesInWords(fact.times)} in all`));
    case 'never':
      return about(fact.line, sentence(`"${fact.pattern.text}" never comes`));
  }
}

const kindsInWords: Record<SlotKind, string> = { number: 'a number', word: 'a word', any: 'any text' };

function placeholders({ body, stderr }: Contract): readonly Explanation[] {
  const backReferences = backReferencedNames(body);
  const slots = [...linesOf(body), ...stderr].flatMap((node) => slotsOf(node.pattern).map((slot) => ({ slot, node })));
  return slots
    .filter(({ slot }, index) => slots.findIndex((other) => other.slot.name === slot.name) === index)
    .map(({ slot, node }) => {
      const same = backReferences.has(slot.name) ? ', the same wherever it stands' : '';
      return about(node.line, `<${slot.name}> is ${kindsInWords[slot.kind]} that varies from run to run${same}.`);
    });
}

function endings({ elapsed, exit, stderr }: Contract): readonly Explanation[] {
  return [
    ...stderr.map((node) => about(node.line, `It writes "${node.pattern.text}" to stderr.`)),
    ...(exit.line === undefined ? [] : [about(exit.line, `It ends with exit code ${exit.code}.`)]),
    ...(elapsed ? [about(elapsed.line, `It takes ${elapsed.ms} ms on the virtual clock.`)] : []),
  ];
}

function nodesOf(node: OrderNode): readonly OrderNode[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function about(contractLine: number | undefined, text: string): Explanation {
  return { text, contractLine, freedom: undefined };
}
