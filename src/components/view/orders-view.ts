// All outputs that a twin can have, as the page shows them: the lines of each, where it leaves the usual run, in how many schedules.
import { promiseOf } from '../../check/counts/promise.ts';
import { exploredOf } from '../../check/counts/schedules.ts';
import type { Snippet } from '../../course/snippets.ts';
import type { Language } from '../../languages.ts';
import type { Contract } from '../../order/index.ts';
import { checkRun, forbiddenLines, linesWithEnd } from '../../order/index.ts';
import { outputOf } from '../../recorded/outputs.ts';
import { readTraces } from '../../recorded/traces.ts';
import type { StoredRun } from '../../trace/stored.ts';
import { toHash } from '../bench/address.ts';
import { conditionOf } from './steps-view.ts';

interface OrderItem {
  /** From 1. */
  readonly number: number;
  readonly lines: readonly { readonly text: string; readonly isBad: boolean }[];
  /** Where its run leaves the usual one: "the usual run", "bob ends before ann". */
  readonly condition: string;
  /** "12 of 200"; undefined where no engine runs the program under schedules. */
  readonly schedules: string | undefined;
  /** It breaks the contract that the fixed program keeps. */
  readonly fails: boolean;
  /** The address of the run's first step. */
  readonly steps: string;
}

export interface OrdersView {
  /** How many outputs there are: those of all schedules, or of the runs that were made. */
  readonly count: number;
  /** "3 outputs. Tried over 14 schedules, which are all." */
  readonly summary: string;
  readonly items: readonly OrderItem[];
  /** How many outputs are counted and not stored. */
  readonly more: number;
}

/** undefined where the twin has no fresh trace. `contract`: of a pair, that of the fixed program. */
export function ordersView(snippet: Snippet, language: Language, contract: Contract): OrdersView | undefined {
  const stored = readTraces(snippet, language);
  if (stored.state !== 'fresh') return undefined;
  const { traces } = stored;
  const explored = exploredOf(traces, snippet, language);
  const count = Math.max(traces.outputs, traces.runs.length);
  const total = explored.schedules;
  const items = traces.runs.map((run, index): OrderItem => {
    const condition = index === 0 ? 'the usual run' : conditionOf(run);
    const schedules = total > 0 ? `${run.schedules.toLocaleString('en')} of ${total.toLocaleString('en')}` : undefined;
    const steps = toHash({ id: snippet.id, language, run: index, mode: 'steps', step: 0 });
    return { number: index + 1, ...judged(contract, run), condition, schedules, steps };
  });
  const summary = `${count === 1 ? 'One output' : `${count} outputs`}. ${promiseOf(explored).text}`;
  return { count, summary, items, more: count - items.length };
}

function judged(contract: Contract, run: StoredRun): Pick<OrderItem, 'lines' | 'fails'> {
  const output = outputOf(run);
  const lines = linesWithEnd(contract, output);
  const bad = new Set(forbiddenLines(contract, lines));
  const fails = bad.size > 0 || checkRun(contract, output).length > 0;
  return { lines: lines.map((text, index) => ({ text, isBad: bad.has(index) })), fails };
}
