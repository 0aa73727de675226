// A program as the workbench shows it: each language, of a pair both halves, and of each all views. One object for one page part.
import { CourseError } from '../../error.ts';
import { pairOf } from '../../course/pairs.ts';
import type { Pair } from '../../course/pairs.ts';
import { cutRegion, regionNames } from '../../course/regions.ts';
import type { Cut } from '../../course/regions.ts';
import type { Snippet } from '../../course/snippets.ts';
import { languageNames, languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { contractOf } from '../../recorded/recordings.ts';
import type { Half, Mode } from '../bench/modes.ts';
import { bothView } from './both-view.ts';
import type { BothView } from './both-view.ts';
import { brokenView } from './broken-view.ts';
import type { BrokenView } from './broken-view.ts';
import { changedLines } from './changed-lines.ts';
import { contractView } from './contract-view.ts';
import type { ContractView } from './contract-view.ts';
import { course, isPredicted, useOf } from './course-data.ts';
import { ordersView } from './orders-view.ts';
import type { OrdersView } from './orders-view.ts';
import { predictView } from './predict-view.ts';
import type { PredictView } from './predict-view.ts';
import { printedView } from './printed-view.ts';
import type { PrintedView } from './printed-view.ts';
import { stepsView } from './steps-view.ts';
import type { StepsView } from './steps-view.ts';

export interface ProgramView {
  readonly id: string;
  /** Which view is open first, and which half. */
  readonly mode: Mode;
  readonly half: Half;
  readonly isPair: boolean;
  /** Lines of the longest listing. */
  readonly lines: number;
  readonly twins: readonly TwinView[];
  /** Both languages step by step; undefined where one of them has no trace, and for a region. */
  readonly both: BothView | undefined;
}

export interface TwinView {
  readonly id: string;
  readonly language: Language;
  readonly half: Half;
  /** "TypeScript, broken: snippets/many/till.broken.ts" */
  readonly title: string;
  readonly code: string;
  /** The lines of the file that are shown. */
  readonly lines: readonly number[];
  /** Lines, from 1 in what is shown, that the other half of the pair does not have. */
  readonly changed: readonly number[];
  /** undefined for a broken half: what it may print besides is what its fixed half is predicted without. */
  readonly predict: PredictView | undefined;
  readonly printed: PrintedView | BrokenView;
  readonly steps: StepsView | undefined;
  readonly orders: OrdersView | undefined;
  readonly contract: ContractView;
}

export function programView(locals: App.Locals, snippet: Snippet, region?: string): ProgramView {
  const pair = region === undefined ? pairOf(course().snippets, snippet.id) : undefined;
  const twins = languages.flatMap((language) => twinsOf(locals, snippet, language, { region, pair }));
  const predicted = isPredicted(locals, snippet.id, region);
  return {
    id: snippet.id,
    mode: predicted ? 'predict' : 'output',
    half: pair && !predicted ? 'broken' : 'fixed',
    isPair: pair !== undefined,
    lines: Math.max(...twins.map(({ lines }) => lines.length)),
    twins,
    both: region === undefined ? bothView(snippet) : undefined,
  };
}

interface Shown {
  readonly region: string | undefined;
  readonly pair: Pair | undefined;
}

/** Of a pair the broken one first; where no schedule can show the mistake there is the fixed one alone. */
function twinsOf(locals: App.Locals, snippet: Snippet, language: Language, { region, pair }: Shown): TwinView[] {
  const cut = cutOf(locals, snippet, language, region);
  const broken = pair && brokenView(pair, language);
  if (!pair || !broken) return [fixedTwin(snippet, language, { cut, half: 'any', region, changed: [] })];
  const other = cutOf(locals, pair.broken, language, undefined);
  const marks = (own: Cut, against: Cut) =>
    changedLines(own.code.split('\n'), against.code.split('\n')).map((index) => index + 1);
  return [
    brokenTwin(pair, language, { cut: other, broken, changed: marks(other, cut) }),
    fixedTwin(snippet, language, { cut, half: 'fixed', region, changed: marks(cut, other) }),
  ];
}

interface FixedParts {
  readonly cut: Cut;
  readonly half: Half;
  readonly region: string | undefined;
  readonly changed: readonly number[];
}

function fixedTwin(snippet: Snippet, language: Language, { cut, half, region, changed }: FixedParts): TwinView {
  const contract = contractOf(snippet, language);
  const { path } = snippet.programs[language];
  const place = region === undefined ? path : `${path}, lines ${cut.first} to ${cut.last}`;
  const printed = printedView(snippet, language);
  return {
    id: snippet.id,
    language,
    half,
    title: `${languageNames[language]}${half === 'fixed' ? ', fixed' : ''}: ${place}`,
    code: cut.code,
    lines: cut.lines,
    changed,
    predict: predictView(snippet, language),
    printed,
    steps: stepsView(snippet, language, cut.lines),
    orders: ordersView(snippet, language, contract),
    contract: contractView(contract, snippet.contracts[language]),
  };
}

interface BrokenParts {
  readonly cut: Cut;
  readonly broken: BrokenView;
  readonly changed: readonly number[];
}

function brokenTwin({ broken, fixed }: Pair, language: Language, parts: BrokenParts): TwinView {
  return {
    id: broken.id,
    language,
    half: 'broken',
    title: `${languageNames[language]}, broken: ${broken.programs[language].path}`,
    code: parts.cut.code,
    lines: parts.cut.lines,
    changed: parts.changed,
    predict: undefined,
    printed: parts.broken,
    steps: stepsView(broken, language, parts.cut.lines),
    orders: ordersView(broken, language, contractOf(fixed, language)),
    contract: contractView(contractOf(broken, language), broken.contracts[language]),
  };
}

function cutOf(locals: App.Locals, { id, programs }: Snippet, language: Language, region: string | undefined): Cut {
  const { path, text } = programs[language];
  const cut = cutRegion(text, region);
  if (cut) return cut;
  const names = regionNames(text);
  throw new CourseError({
    what: `${path} has no region "${region ?? ''}"`,
    where: useOf(locals, id, region),
    fix: names.length > 0 ? `it has: ${names.join(', ')}` : 'leave region out: the file has none',
  });
}
