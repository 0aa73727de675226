// How `course explore` shows what it found, for people.
import { placeName } from '../../error.ts';
import { coverageSentence } from '../../explore/count/sentence.ts';
import { languageNames } from '../../languages.ts';
import { linesWithEnd } from '../../order/index.ts';
import type { FreedomCount } from '../../order/index.ts';
import { unitsPerMsOf } from '../../runtime/engines.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import { outputKey } from '../../runtime/process/output-key.ts';
import { originInWords } from '../../runtime/schedules/departures.ts';
import { beside } from '../run/beside.ts';
import { endOf, endingsOf } from './ending.ts';
import { whole } from './whole.ts';
import type { CauseView, TwinView } from './twin-view.ts';
import { quoted } from '../../quoted.ts';
import { report } from '../shell/report.ts';
import { styled, wrapped } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';

interface Asked {
  /** The id or file. */
  readonly words: string;
  /** The same with the options that choose what to try, as it was typed. */
  readonly typed: string;
  /** List every distinct output with its lines. */
  readonly outputs: boolean;
}

/** Outputs that are listed unless all are asked for. */
const mostListed = 8;

export function show(terminal: Terminal, views: readonly TwinView[], asked: Asked): void {
  for (const view of views) {
    const { program, contract } = view.job;
    terminal.write(`${styled(terminal, 'bold', languageNames[program.language])}  ${program.path}\n`);
    if (view.refused) notExplored(terminal, view.refused);
    for (const line of headlines(view)) terminal.write(`  ${line}\n`);
    for (const cause of view.causes) showCause(terminal, cause);
    showOutputs(terminal, view, asked);
    report(view.errors, terminal);
    if (contract && view.causes.some(({ isClaimed }) => isClaimed) && view.errors.length === 0) {
      terminal.write(`${styled(terminal, 'green', 'holds')}: ${contract.file}, ${promise(view)}\n`);
    }
    terminal.write('\n');
  }
  const isMore = views.some((view) => outputsOf(view).length > 1);
  terminal.write(
    `next: npm run course -- ${isMore && !asked.outputs ? `explore ${asked.typed} --all-outputs` : `run ${quoted(asked.words)}`}\n`,
  );
}

function notExplored(terminal: Terminal, { what, fix, where }: NonNullable<TwinView['refused']>): void {
  const place = where ? `${placeName(where)}  ` : '';
  terminal.warn(`${styled(terminal, 'yellow', 'not explored:')} ${place}${what}\n  fix: ${fix}\n`);
}

/** What a reader must know before trying a seed again. */
const steering = 'a seed steers the pauses of a real run; it does not replay the run exactly';

/** One sentence where all of it could be searched to its end, else one for each cause. */
function headlines(view: TwinView): string[] {
  const isNamed = ({ proof }: CauseView) => proof.cause !== 'latency' || view.job.contract !== undefined;
  const asTheyAre = view.causes.filter(isNamed);
  if (view.causes.length === 0) return [];
  const combined = whole(asTheyAre.map(({ proof }) => proof));
  const sentences = combined ? [coverageSentence(combined.outputs, combined.coverage)] : asTheyAre.flatMap(sentenceOf);
  const ended = view.job.contract ? '' : endingsOf(asTheyAre.map(({ proof }) => proof));
  const outside = view.causes.filter((cause) => !isNamed(cause)).flatMap(sentenceOf);
  if (outside.length === 0) return sentences.map((sentence) => sentence + ended);
  return [
    ...sentences.map((sentence) => `sleeps as they are: ${sentence}${ended}`),
    ...outside.map((sentence) => `if each sleep stands for a wait for the outside world: ${sentence}`),
  ];
}

function sentenceOf({ proof: { runs, coverage, outcomes } }: CauseView): string[] {
  if (coverage) return [coverageSentence(outcomes.length, coverage)];
  const count = outcomes.length === 1 ? '1 output' : `${outcomes.length} outputs`;
  return [`${count}, sampled: ${runs} real ${runs === 1 ? 'run' : 'runs'} under seeded pauses`, steering];
}

/** On what an order rests that holds. */
function promise({ job: { contract }, causes }: TwinView): string {
  const isSampled = causes.some(({ proof: { coverage } }) => coverage?.kind !== 'complete');
  const bounds = contract?.assumptions.map(({ cause, under }) => {
    return cause === 'cpu' ? `no stall is as long as ${under} ms` : `no wait is as late as ${under} ms`;
  });
  const rests = bounds && bounds.length > 0 ? `usual: while ${bounds.join(' and ')}` : 'promised';
  const isBounded = causes.some(
    ({ proof: { coverage } }) => coverage?.kind === 'complete' && Object.keys(coverage.bound).length > 0,
  );
  if (isSampled) return `${rests}, as far as it was sampled`;
  return isBounded ? `${rests}, within the bound` : rests;
}

function showCause(terminal: Terminal, { proof, broken, isClaimed }: CauseView): void {
  for (const count of proof.freedoms) for (const line of counted(count, terminal)) terminal.write(`    ${line}\n`);
  if (broken.length === 0 || isClaimed) return;
  const times = broken.reduce((sum, { outcome }) => sum + outcome.count, 0);
  terminal.write(`    ${times} leave the contract, which promises nothing by ${proof.cause}\n`);
}

/** A freedom, then how often each way. */
function counted({ freedom, pairs, taken }: FreedomCount, terminal: Terminal): string[] {
  const head = `${styled(terminal, 'cyan', '┊')} contract line ${freedom.line}, ${freedom.kind}: ${freedom.reason}`;
  const ways = [
    ...pairs.map(
      ({ one, other, oneFirst, otherFirst }) => `"${one}" before "${other}" ${oneFirst}, after ${otherFirst}`,
    ),
    ...taken.map(({ name, times }) => `"${name}" ${times}`),
  ];
  return [...wrapped(head, terminal.columns - 4), ...ways.map((way) => `    ${way}`)];
}

/** Each distinct output once, by the simplest run that gave it: the usual run first. */
function outputsOf({ causes }: TwinView): Outcome[] {
  const found = new Map<string, Outcome>();
  for (const outcome of causes.flatMap(({ proof }) => proof.outcomes)) {
    const key = outputKey(outcome);
    if (!found.has(key)) found.set(key, outcome);
  }
  return [...found.values()];
}

function showOutputs(terminal: Terminal, view: TwinView, { outputs: isAll }: Asked): void {
  const all = outputsOf(view);
  if (all.length < 2 && !isAll) return;
  const unitsPerMs = unitsPerMsOf(view.job.program);
  for (const [index, outcome] of all.slice(0, isAll ? all.length : mostListed).entries()) {
    const head = `${index + 1}  ${originInWords(outcome, unitsPerMs)}${endOf(view.job, outcome)}`;
    for (const line of wrapped(head, terminal.columns - 4)) terminal.write(`    ${line}\n`);
    if (outcome.origin.kind === 'schedule') terminal.write(`       --schedule ${outcome.origin.token}\n`);
    if (isAll) showLines(terminal, view, outcome);
  }
  if (!isAll && all.length > mostListed) terminal.write(`    and ${all.length - mostListed} more\n`);
}

function showLines(terminal: Terminal, { job: { contract } }: TwinView, outcome: Outcome): void {
  const { stdout, stderr, waiting = [] } = outcome;
  const printed = (contract ? linesWithEnd(contract, outcome) : stdout).map((text) => {
    return { at: 0, stream: 'stdout', text } as const;
  });
  const lines = contract ? beside(contract, printed, terminal) : stdout;
  for (const line of lines) terminal.write(`      ${line}\n`);
  for (const line of stderr) terminal.write(`      ${styled(terminal, 'yellow', '!')} ${line}\n`);
  for (const line of waiting) terminal.write(`      ${styled(terminal, 'yellow', line)}\n`);
}
