// Are the numbers that are stored of a twin's schedules what its schedules gave? Seeds give the same schedules only on the
// same version of an engine: what another one found says nothing.
import { traceFile } from '../../course/trace-file.ts';
import { CourseError } from '../../error.ts';
import { engineFor } from '../../runtime/choose-engine.ts';
import { engineNameOf } from '../../runtime/engines.ts';
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
  const found = causes.flatMap(({ cause, schedules, outcomes }): StoredExplored[] =>
    cause === 'threads' ? [] : [{ cause, schedules, outputs: outcomes.length }],
  );
  const [now, then] = [words(found, distinctOutputs(causes)), words(traces.explored, traces.outputs)];
  if (now === then || found.length === 0) return [];
  const { engine } = await engineFor(root, program, engineNameOf(language, 'virtual'));
  if (engine.version !== traces.engine.version) return [];
  return [
    new CourseError({
      what: `the stored numbers are not what the schedules give: stored ${then}, found ${now}`,
      where: { file: traceFile(snippet, language).path },
      fix: `npm run course -- record ${snippet.id} --traces`,
    }),
  ];
}

/** "6 distinct outputs (none 1 of 1, cpu 1 of 50, latency 6 of 200)" */
function words(explored: readonly StoredExplored[], outputs: number): string {
  const parts = explored.map(({ cause, schedules, outputs: own }) => `${cause} ${own} of ${schedules}`);
  return `${outputs} distinct output${outputs === 1 ? '' : 's'} (${parts.join(', ')})`;
}
