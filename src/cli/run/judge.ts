// What a run is worth: does it meet its contract, and, without one, did the program end well?
import { stopSentence, verifyRun } from '../../recorded/verdict.ts';
import { parseContract } from '../../order/index.ts';
import type { Contract, Fault } from '../../order/index.ts';
import { rowOf } from '../../runtime/engines.ts';
import type { RunResult } from '../../runtime/engine.ts';
import type { Choice } from '../../runtime/choose-engine.ts';
import type { Job } from '../shell/target.ts';

export interface Judged {
  readonly job: Job;
  readonly choice: Choice;
  readonly result: RunResult;
  readonly contract: Contract | undefined;
  /** What breaks the contract; without a contract, what kept the program from ending well. */
  readonly faults: readonly Fault[];
  readonly fine: boolean;
  /** The same for `--json`. */
  readonly data: object;
}

/** Judges one run; under a schedule no time is promised. Throws a CourseError if the contract cannot be read. */
export function judge(job: Job, choice: Choice, result: RunResult, isReplayed = false): Judged {
  const { engine, standIn } = choice;
  const { contract: file, language } = job;
  const contract = file && parseContract(file.text, { file: file.path, language });
  const faults = contract
    ? verifyRun(contract, result, rowOf(engine).role === 'virtual' && !isReplayed)
    : ending(result);
  const fine = faults.length === 0;
  const { name, version, packages } = engine;
  const { lines, exit, signal, stopped, elapsed } = result;
  const data = {
    language,
    program: job.path,
    engine: { name, version, packages, standIn },
    contract: file?.path,
    holds: contract ? fine : undefined,
    faults,
    ...{ lines, exit, signal, stopped, elapsed: Math.round(elapsed) },
  };
  return { job, choice, result, contract, faults, fine, data };
}

function ending(result: RunResult): Fault[] {
  const { exit, signal, stopped } = result;
  if (stopped !== undefined) return [{ message: stopSentence(stopped, result) }];
  if (signal !== null) return [{ message: `the program was ended by ${signal}` }];
  return exit === 0 ? [] : [{ message: `the program ended with exit code ${exit}` }];
}
