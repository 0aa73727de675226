// How `course explore` shows what the schedules gave: for people, and as data.
import { placeName } from '../../error.ts';
import { languageNames } from '../../languages.ts';
import { linesWithEnd } from '../../order/index.ts';
import type { FreedomCount } from '../../order/index.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import { beside } from '../run/beside.ts';
import { endOf, endingsOf } from './ending.ts';
import { threadsHint } from './threads.ts';
import type { CauseView, TwinView } from './twin-view.ts';
import { report } from '../shell/report.ts';
import { styled, wrapped } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';

interface Asked {
  /** The id or file as it was typed. */
  readonly words: string;
  /** The same with the options that choose schedules. */
  readonly schedules: string;
  /** List every distinct output. */
  readonly outputs: boolean;
}

export function show(terminal: Terminal, views: readonly TwinView[], asked: Asked): void {
  for (const view of views) {
    const { program } = view.job;
    terminal.write(`${styled(terminal, 'bold', languageNames[program.language])}  ${program.path}\n`);
    if (view.refused) notExplored(terminal, view.refused);
    for (const cause of view.causes) showCause(terminal, view, cause, asked);
    const hint = view.causes.length > 0 ? threadsHint(view.job, asked.words) : undefined;
    if (hint !== undefined) terminal.write(`  ${hint}\n`);
    report(view.errors, terminal);
    if (view.job.contract && view.causes.some(({ claimed }) => claimed) && view.errors.length === 0) {
      terminal.write(`${styled(terminal, 'green', 'holds')}: ${view.job.contract.file}\n`);
    }
    terminal.write('\n');
  }
  const worth = views.some((view) =>
    view.causes.some(
      (cause) => cause.proof.outcomes.length > 1 || (!view.job.contract && endingsOf(view, cause) !== ''),
    ),
  );
  const next = worth && !asked.outputs ? `explore ${asked.schedules} --all-outputs` : `run ${asked.words}`;
  terminal.write(`next: npm run course -- ${next}\n`);
}

function notExplored(terminal: Terminal, { what, fix, where }: NonNullable<TwinView['refused']>): void {
  const place = where ? `${placeName(where)}  ` : '';
  terminal.warn(`${styled(terminal, 'yellow', 'not explored:')} ${place}${what}\n  fix: ${fix}\n`);
}

function showCause(terminal: Terminal, view: TwinView, cause: CauseView, asked: Asked): void {
  const { proof, broken, claimed, enough } = cause;
  const { outcomes, schedules } = proof;
  const ended = view.job.contract ? '' : endingsOf(view, cause);
  terminal.write(`  ${headline(cause)}${ended}\n`);
  if (proof.cause === 'threads') terminal.write(`    ${steering}\n`);
  for (const count of proof.freedoms) for (const line of counted(count, terminal)) terminal.write(`    ${line}\n`);
  if (proof.freedoms.length > 0 && !enough)
    terminal.write(
      `    too few ${proof.cause === 'threads' ? 'runs' : 'schedules'} to say that a freedom is not there\n`,
    );
  if (broken.length > 0 && !claimed) {
    const times = broken.reduce((sum, { outcome }) => sum + outcome.count, 0);
    terminal.write(`    ${times} leave the contract, which promises nothing by ${proof.cause}\n`);
  }
  const replay = schedules === 1 && proof.cause !== 'none';
  if (replay || asked.outputs) for (const outcome of outcomes) showOutcome(terminal, view, cause, outcome);
}

/** What a reader must know before trying a seed again. */
const steering = 'a seed steers the pauses of a real run; it does not replay the run exactly';

function headline({ proof: { cause, schedules, outcomes } }: CauseView): string {
  if (cause === 'none') return `virtual clock: ${Math.round(outcomes[0]?.elapsed ?? 0)} ms`;
  const runs =
    cause === 'threads' ? `${number(schedules, 'real run')} under seeded pauses` : number(schedules, 'schedule');
  return `${cause}: ${runs}, ${number(outcomes.length, 'distinct output')}`;
}

function number(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
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

function showOutcome(terminal: Terminal, { job }: TwinView, { proof }: CauseView, outcome: Outcome): void {
  const { stdout, stderr, count, firstSeed } = outcome;
  const often = proof.cause === 'none' ? '' : `: ${count} of ${proof.schedules}, first seed ${firstSeed}`;
  terminal.write(`    output${often}${endOf(job, proof.cause, outcome)}\n`);
  const printed = (job.contract ? linesWithEnd(job.contract, outcome) : stdout).map((text) => ({
    at: 0,
    stream: 'stdout' as const,
    text,
  }));
  const lines = job.contract ? beside(job.contract, printed, terminal) : stdout;
  for (const line of lines) terminal.write(`      ${line}\n`);
  for (const line of stderr) terminal.write(`      ${styled(terminal, 'yellow', '!')} ${line}\n`);
}

/** The same as data. */
export function asData({ job, refused, causes, errors }: TwinView): object {
  const { language, path } = job.program;
  return {
    language,
    program: path,
    contract: job.contract?.file,
    notExplored: refused,
    causes: causes.map(({ proof, broken, claimed }) => ({
      cause: proof.cause,
      schedules: proof.schedules,
      replays: proof.cause !== 'threads',
      distinct: proof.outcomes.length,
      claimed,
      broken: broken.map(({ outcome, faults }) => ({ seed: outcome.firstSeed, schedules: outcome.count, faults })),
      freedoms: proof.freedoms,
      outputs: proof.outcomes,
    })),
    errors,
  };
}
