// What `course explore --json` says.
import { coverageSentence } from '../../explore/count/sentence.ts';
import { unitsPerMsOf } from '../../runtime/engines.ts';
import type { Outcome } from '../../runtime/outcome.ts';
import { originOf } from '../../runtime/outcome.ts';
import { originInWords } from '../../runtime/schedules/departures.ts';
import type { TwinView } from './twin-view.ts';

export function asData({ job, refused, causes, errors }: TwinView): object {
  const { language, path } = job.program;
  const unitsPerMs = unitsPerMsOf(job.program);
  return {
    language,
    program: path,
    contract: job.contract?.file,
    assumes: job.contract?.assumptions,
    notExplored: refused,
    causes: causes.map(({ proof: { cause, runs, coverage, outcomes, freedoms, margin }, broken, isClaimed }) => ({
      cause,
      runs,
      coverage,
      sentence: coverage && coverageSentence(outcomes.length, coverage),
      margin,
      claimed: isClaimed,
      broken: broken.map(({ outcome, faults }) => ({ ...originOf(outcome), runs: outcome.count, faults })),
      freedoms,
      outputs: outcomes.map((outcome) => outputData(outcome, unitsPerMs)),
    })),
    errors,
  };
}

function outputData(outcome: Outcome, unitsPerMs: number): object {
  const { stdout, stderr, exit, elapsed, count, waiting } = outcome;
  const difference = originInWords(outcome, unitsPerMs);
  return { ...originOf(outcome), difference, runs: count, stdout, stderr, exit, elapsed, waiting };
}
