// Are the numbers that are stored of a twin's schedules what its schedules gave? Another version of an engine may have others: what
// it found says nothing.
import { traceFile } from '../../course/trace-file.ts';
import { CourseError } from '../../error.ts';
import { coverageSentence } from '../../explore/count/sentence.ts';
import { engineFor } from '../../runtime/choose-engine.ts';
import { schedulerOf } from '../../runtime/engines.ts';
import type { StoredExplored } from '../../trace/stored.ts';
import { distinctOutputs } from './counts.ts';
import type { TwinProof } from './twin-proof.ts';
import { readTraces } from '../../recorded/traces.ts';

/** The first stored number that is another one now; nothing without fresh traces, of which another check tells. */
export async function staleNumbers(root: string, { snippet, program, causes }: TwinProof): Promise<CourseError[]> {
  const { language } = program;
  const stored = readTraces(snippet, language);
  if (stored.state !== 'fresh') return [];
  const { traces } = stored;
  const found = causes.flatMap(({ cause, outcomes, coverage, margin }): StoredExplored[] =>
    coverage ? [{ cause, outputs: outcomes.length, coverage, ...(margin !== undefined && { margin }) }] : [],
  );
  if (found.length === 0) return [];
  // what the time of the machine has ended is another number on another one
  if ([...found, ...traces.explored].some(isCutByTime)) return [];
  const [now, then] = [words(found, distinctOutputs(causes)), words(traces.explored, traces.outputs)];
  if (now === then) return [];
  const { engine } = await engineFor(root, program, schedulerOf(program)?.name);
  if (engine.version !== traces.engine.version) return [];
  return [
    new CourseError({
      what: `the stored numbers are not what the schedules give: stored ${then}; found ${now}`,
      where: { file: traceFile(snippet, language).path },
      fix: `npm run course -- record ${snippet.id} --traces`,
    }),
  ];
}

function isCutByTime({ coverage }: StoredExplored): boolean {
  return coverage.kind === 'sampled' && coverage.stopped === 'time';
}

/** "6 in all; cpu: 6 outputs, complete (14 schedules; cpu: any stalls), margin 30 ms" */
function words(explored: readonly StoredExplored[], outputs: number): string {
  const parts = explored.map(({ cause, outputs: own, coverage, margin }) => {
    const least = margin === undefined ? '' : `, margin ${margin} ms`;
    return `${cause}: ${coverageSentence(own, coverage)}${least}`;
  });
  return [`${outputs} in all`, ...parts].join('; ');
}
