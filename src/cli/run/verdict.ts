// How `course run` shows what a run was worth: the contract beside the output, or how a program without one ended.
import { basename } from 'node:path';
import type { CourseError } from '../../error.ts';
import type { RunResult } from '../../runtime/engine.ts';
import { quoted } from '../../quoted.ts';
import { rowOf } from '../../runtime/engines.ts';
import { startFault } from '../../runtime/node/start-fault.ts';
import type { Job } from '../shell/target.ts';
import type { Contract } from '../../order/index.ts';
import { beside } from './beside.ts';
import type { Judged } from './judge.ts';
import { why } from './why.ts';
import { styled, wrapped } from '../shell/terminal.ts';
import { uncheckedMarks } from './unchecked.ts';
import type { Terminal } from '../shell/terminal.ts';

/** Node's exit code where the program waits at its top level for what nothing settles: https://nodejs.org/api/process.html#exit-codes */
const unsettledAwait = 13;

/** What the run was worth: the contract beside the output and a word, or how a program without a contract ended. */
export async function verdict(terminal: Terminal, judged: Judged): Promise<void> {
  const { contract, result, faults } = judged;
  terminal.write('\n');
  if (contract) for (const line of beside(contract, result.lines, terminal)) terminal.write(`${line}\n`);
  for (const { message } of faults) terminal.warn(`${styled(terminal, 'red', message)}\n`);
  const after = `after ${Math.round(result.elapsed)} ms`;
  if (faults.length > 0) terminal.warn(neverStarted(judged)?.message.concat('\n') ?? `${await causeOf(judged)}\n`);
  else if (contract) holds(terminal, judged, contract, after);
  else terminal.write(`ended with exit code 0 ${after}\n`);
  terminal.write('\n');
}

function holds(terminal: Terminal, { job, choice: { engine } }: Judged, contract: Contract, after: string): void {
  terminal.write(`${styled(terminal, 'green', 'holds')}: ${contract.file}, ${after}\n`);
  const unchecked = uncheckedMarks(contract, rowOf(engine).role === 'virtual');
  if (unchecked === undefined) return;
  for (const line of wrapped(
    `one run does not check: ${unchecked}; all orders: npm run course -- explore ${quoted(job.path)}`,
    terminal.columns,
  )) {
    terminal.write(`${line}\n`);
  }
}

/** Why Node ended a TypeScript program before its first line. */
function neverStarted({ job, result }: Judged): CourseError | undefined {
  const ran = result.exit === 0 || result.lines.some(({ stream }) => stream === 'stdout');
  return job.language === 'ts' && !ran ? startFault(job.file, job.path) : undefined;
}

/** What is behind the fault of a program without a contract, where a run on the traced engine shows it; what to do. */
async function causeOf(judged: Judged): Promise<string> {
  const { job, contract, result } = judged;
  const isAsked = job.language === 'ts' && !contract && (result.exit === 1 || result.exit === unsettledAwait);
  if (!isAsked) return `  fix: ${fixOf(judged)}`;
  // the engine is loaded for a program that has failed alone
  const { diagnose } = await import('../../runtime/traced/diagnosis.ts');
  const diagnosis = diagnose(job.file, result.exit);
  if (!diagnosis) return `  fix: ${fixOf(judged)}`;
  const { what, fix } = why(diagnosis, job.path);
  return `  because: ${what}\n  fix: ${fix}`;
}

/** Whether an engine that the reader chose lacks what the program asked for. A stand-in was not chosen. */
function chosenLacks({ choice: { engine, standIn }, result }: Judged): boolean {
  const words = standIn === undefined ? rowOf(engine).lacking : undefined;
  return words !== undefined && result.lines.some(({ stream, text }) => stream === 'stderr' && words.test(text));
}

function fixOf(judged: Judged): string {
  const { job, contract, result } = judged;
  if (result.stopped === 'time limit')
    return 'look for a wait or a loop that nothing ends, or give it longer: --time 60';
  if (result.stopped === 'output limit')
    return 'look for a loop that prints without end, or give it more room: --output 10';
  if (chosenLacks(judged)) return 'leave --engine out';
  if (contract) return `correct ${job.path}, or ${contract.file} if it claims too much`;
  if (job.language === 'py') return 'look at what it printed last';
  if (result.exit === unsettledAwait) return 'look for an await at the top level of a promise that nothing settles';
  const line = lineOfError(job, result.lines);
  return line === undefined ? 'look at what it printed on stderr' : `look at ${job.path}:${line}`;
}

/** Node prints the place of an error first, and ends with its own version. */
function lineOfError({ file }: Job, lines: RunResult['lines']): string | undefined {
  const place = new RegExp(`${RegExp.escape(basename(file))}:(\\d+)`);
  const found = lines.filter(({ stream }) => stream === 'stderr').map(({ text }) => place.exec(text)?.[1]);
  return found.find((line) => line !== undefined);
}

/** The last line: what to type next. `words` are those of this command. */
export function close(terminal: Terminal, words: string, runs: readonly Judged[]): void {
  const next = runs.every(({ fine }) => fine) ? 'list' : `${words} --watch`;
  terminal.write(`next: npm run course -- ${next}\n`);
}
