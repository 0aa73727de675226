// What is said about the number of outputs: always whether all were seen, and if not, how many may be missing.
import type { Bound } from '../bound.ts';
import type { DecisionCause } from '../decision.ts';
import type { Complete, Coverage, Sampled, Stopped } from './coverage.ts';

/** What each cause may do, without a bound and with one. */
const extents: Readonly<Record<DecisionCause, { readonly any: string; readonly one: string; readonly many: string }>> =
  {
    cpu: { any: 'any stalls', one: 'stall of any length', many: 'stalls of any length' },
    latency: { any: 'any order of outside waits', one: 'late wait', many: 'late waits' },
    ties: { any: 'any order of equal deadlines', one: 'turn of equal deadlines', many: 'turns of equal deadlines' },
    sets: { any: 'any order of sets', one: 'turn in a set', many: 'turns in sets' },
    threads: { any: 'any switches', one: 'preemption', many: 'preemptions' },
  };

const stops: Readonly<Record<Stopped, string>> = {
  schedules: 'the limit of schedules',
  time: 'the limit of time',
  abort: 'an interruption',
  choices: 'the limit of choices in a run',
  engine: 'the engine',
};

/** "6 outputs, complete (14 schedules; cpu: any stalls)", or what was seen of how much. */
export function coverageSentence(outputs: number, coverage: Coverage): string {
  const subject = count(outputs, 'output');
  return coverage.kind === 'complete' ? completeSentence(subject, coverage) : sampledSentence(subject, coverage);
}

function completeSentence(subject: string, { schedules, causes, bound, pinned }: Complete): string {
  const parts = causes.map((cause) => `${cause}: ${extentOf(cause, bound)}`);
  const looks = pinned ? ['the least stalls alone before the program looks at the clock'] : [];
  return `${subject}, complete (${[count(schedules, 'schedule'), ...parts, ...looks].join('; ')})`;
}

function extentOf(cause: DecisionCause, bound: Bound): string {
  const { any, one, many } = extents[cause];
  const most = bound[cause];
  if (most === undefined) return any;
  return most === 0 ? `no ${many}` : `at most ${most} ${most === 1 ? one : many}`;
}

function sampledSentence(subject: string, { schedules, stopped, why, estimate }: Sampled): string {
  if (!estimate)
    return `${subject} seen in ${count(schedules, 'schedule')}, not complete: ${why ?? `ended by ${stops[stopped]}`}`;
  const all = about(estimate.schedules);
  const chance = percent(estimate.chanceOfNew);
  return (
    `${subject} seen in ${grouped(schedules)} of about ${all} schedules (Knuth’s estimate); ` +
    `chance that the next one is new: ${chance} (Good–Turing)`
  );
}

function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function grouped(number: number): string {
  return number.toLocaleString('en');
}

/** Two digits up to 10,000; past that one digit and a power of ten. */
function about(number: number): string {
  if (!Number.isFinite(number)) return 'more than 10³⁰⁸';
  if (number < 10_000) return grouped(Number(number.toPrecision(2)));
  const [digit = '', exponent = ''] = number.toExponential(0).split('e+');
  const superscript = exponent.replaceAll(/\d/g, (figure) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(figure)));
  return `${digit}·10${superscript}`;
}

function percent(share: number): string {
  if (share === 0) return 'under 0.1 %';
  const number = share * 100;
  return number < 0.1 ? 'under 0.1 %' : `${number < 1 ? number.toFixed(1) : Math.round(number)} %`;
}
