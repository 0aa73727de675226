// The lines of a program for a reader to put in order, and lines that never come: what the other language or the broken half prints.
import { freshRecording } from './printed-view.ts';
import type { Snippet } from '../../course/snippets.ts';
import { otherLanguage } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import type { Contract } from '../../order/index.ts';
import { checkOutput } from '../../order/index.ts';
import { contractOf, textOf } from '../../recorded/recordings.ts';

export interface PredictView {
  /** The lines on stdout in alphabetical order, equal lines once. */
  readonly lines: readonly { readonly text: string; readonly times: number }[];
  /** Lines that no output of this program has. */
  readonly strangers: readonly string[];
}

/** As many strangers are shown at most. */
const mostStrangers = 3;

export function predictView(snippet: Snippet, language: Language): PredictView {
  const printed = textOf(freshRecording(snippet, language).lines, 'stdout');
  const texts = [...new Set(printed)].sort((a, b) => a.localeCompare(b, 'en'));
  return {
    lines: texts.map((text) => ({ text, times: printed.filter((line) => line === text).length })),
    strangers: strangersOf(snippet, language, printed).slice(0, mostStrangers),
  };
}

/** What the contract forbids by name, and what only the twin prints; each is refused wherever it may stand in the recorded output. */
function strangersOf(snippet: Snippet, language: Language, printed: readonly string[]): string[] {
  const contract = contractOf(snippet, language);
  const forbidden = contract.facts.flatMap((fact) =>
    fact.kind === 'never' && !fact.pattern.text.includes('<') ? [fact.pattern.text] : [],
  );
  const twin = textOf(freshRecording(snippet, otherLanguage[language]).lines, 'stdout');
  const candidates = new Set([...forbidden, ...twin].filter((text) => !printed.includes(text)));
  return [...candidates].filter((text) => neverComes(contract, printed, text));
}

/** Put in anywhere, or in the place of any line, it is refused. */
function neverComes(contract: Contract, printed: readonly string[], text: string): boolean {
  const outputs = [
    ...Array.from({ length: printed.length + 1 }, (_, place) => printed.toSpliced(place, 0, text)),
    ...printed.map((_, place) => printed.with(place, text)),
  ];
  return outputs.every((output) => checkOutput(contract, output).length > 0);
}
