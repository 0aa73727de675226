// What the differences between two twins are called and how they are said. A new kind of difference without its words
// does not compile.
import { languageNames, otherLanguage } from '../../languages.ts';
import { atLine } from '../narrate/catalogue/en/names.ts';
import { queueTitles } from '../narrate/names.ts';
import type { After, DifferenceFacts, DifferenceKind, FactsOf, Place, StrandEnd } from './facts.ts';

/** What stands before each difference; also the closed list of kinds, in the order in which they are said. */
export const differenceTitles: Readonly<Record<DifferenceKind, string>> = {
  'eager start': 'Eager and lazy start',
  'awaited coroutine': 'Eager call, lazy coroutine',
  'never started': 'Started by the call, or not at all',
  'await yields': 'Await that yields, await that does not',
  'callback queue': 'Another queue',
  'timers in one turn': 'Timers due together',
  'equal timers': 'Timers due at the same time',
  'closed early': 'Closed at once, or left paused',
  ending: 'Another end',
  unhandled: 'Nobody handles the error',
  'exit code': 'Another exit code',
  moved: 'Another order',
  'other line': 'Another line',
};

type Words = { readonly [K in DifferenceKind]: (facts: FactsOf<K>) => string };

const words: Words = {
  'eager start': ({ ts, py, gave, likewise }) =>
    `in TypeScript ${ts.strand} runs as soon as ${called(ts.caller)}; in Python ${py.strand} waits in the ` +
    `${queueTitles[py.queue]} until ${py.creator.strand} ${gave}${atLine(py.creator.line)}${likewiseWords(likewise)}`,
  'awaited coroutine': ({ ts, py, likewise }) =>
    `in TypeScript ${ts.strand} runs as soon as ${called(ts.caller)}; in Python it has no strand of its own: ${py.strand} ` +
    `runs the body itself and prints "${py.text}"${atLine(py.line)}${py.after === 0 ? '' : `, after its line ${py.after}`}${likewiseWords(likewise)}`,
  'never started': ({ ts }) =>
    `in TypeScript ${ts.strand} runs as soon as ${called(ts.caller)}; in Python it never runs: there is no strand for it and none of its lines`,
  'await yields': ({ suspends, there, here, meanwhile, likewise }) =>
    `in ${languageNames[suspends]} ${there.strand} suspends${atLine(there.line)}: ${there.on}; in ` +
    `${languageNames[otherLanguage[suspends]]} ${here.strand} ${ran(here)} without suspending` +
    `${likewiseWords(likewise)}${meanwhile === undefined ? '' : `; while it is suspended "${meanwhile}" is printed`}`,
  'callback queue': ({ ts, py }) =>
    `in TypeScript ${ts.strand} comes from the ${queueTitles[ts.queue]}, after ${afterWords(ts.after)}; in Python ${py.strand} from the ` +
    `${queueTitles[py.queue]}, after ${afterWords(py.after)}`,
  'timers in one turn': ({ ts, py }) =>
    `Node empties the microtask queue after each timer, so ${ts.woken.strand} resumes${atLine(ts.woken.line)} before ` +
    `${ts.timer}; asyncio puts all timers that are due into the ready queue first, so ${py.woken.strand} ` +
    `resumes${atLine(py.woken.line)} after ${py.timer}`,
  'equal timers': ({ due, ts, py }) =>
    `both timers are due at ${due} ms: in TypeScript "${ts.first}" comes before "${ts.second}", in Python ` +
    `"${py.first}" before "${py.second}"`,
  'closed early': ({ closes, there, here }) =>
    `in ${languageNames[closes]} ${there.strand}, suspended${atLine(there.line)}, is resumed by ${there.by.strand}` +
    `${atLine(there.by.line)} and ends; in ${languageNames[otherLanguage[closes]]} ${here.strand} stays suspended` +
    `${atLine(here.line)} ${here.after === undefined ? 'to the end' : `and ends only after "${here.after}"`}`,
  ending: ({ ts, py }) => `in TypeScript ${ended(ts)}; in Python ${ended(py)}`,
  unhandled: ({ failing, message, there, here }) =>
    `in ${languageNames[failing]} nobody handles an error (${message}), and the program ends with exit code ${there}; in ` +
    `${languageNames[otherLanguage[failing]]} it ends with exit code ${here}`,
  'exit code': ({ ts, py }) => `TypeScript ends with exit code ${ts}, Python with exit code ${py}`,
  moved: ({ text, than, first, ts, py, real }) =>
    `in TypeScript ${ts.strand} prints "${text}"${atLine(ts.line)} ${first === 'ts' ? 'before' : 'after'} "${than}"; in ` +
    `Python ${py.strand} prints it${atLine(py.line)} ${first === 'ts' ? 'after' : 'before'} that line${byChance(real)}`,
  'other line': ({ ts, py, real }) => {
    const halves = [ts && `in TypeScript ${prints(ts)}`, py && `in Python ${prints(py)}`];
    return `${halves.filter((half) => half !== undefined).join('; ')}${byChance(real)}`;
  },
};

function byChance(real: boolean): string {
  return real ? ' (so it came in these two runs; others may differ)' : '';
}

function called({ strand, line }: Place): string {
  return `${strand} calls it${atLine(line)}`;
}

function afterWords(after: After): string {
  if (after === undefined) return 'the program starts';
  return after.how === 'ends' ? `${after.strand} ends` : `${after.strand} suspends${atLine(after.line)}`;
}

function likewiseWords(strands: number): string {
  return strands === 0 ? '' : ` (so ${strands === 1 ? 'does one more strand' : `do ${strands} more strands`})`;
}

function ran({ from, to }: { readonly from: number; readonly to: number }): string {
  if (from === to) return `runs on${atLine(to)}`;
  return `runs on${from === 0 ? '' : ` from line ${from}`} to line ${to}`;
}

const endings = { return: 'returns', throw: 'ends with an error', cancel: 'is cancelled' } as const;

function ended({ strand, line, failed, how }: StrandEnd): string {
  if (how === undefined) return `${strand} waits${atLine(line)} to the end of the program`;
  return `${strand} resumes${atLine(line)}${failed ? ' with an error' : ''} and ${endings[how]}`;
}

function prints({ strand, line, text, more }: Place & { readonly text: string; readonly more: number }): string {
  return `${strand} prints "${text}"${atLine(line)}${more === 0 ? '' : ` and ${more} more line${more === 1 ? '' : 's'}`}`;
}

/** The words of a difference, without a full stop. */
export function differenceWords(facts: DifferenceFacts): string {
  const say = words[facts.kind] as (facts: DifferenceFacts) => string;
  return say(facts);
}
