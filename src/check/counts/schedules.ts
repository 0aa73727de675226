// How many schedules each program was run under and how many distinct outputs they had, from the stored traces alone: a
// page can say it without running anything. The check `proof` holds these numbers to what it finds.
import type { Snippet } from '../../course/snippets.ts';
import type { Language } from '../../languages.ts';
import { perturbedRuns } from '../../runtime/real/perturb/run.ts';
import { attempt } from '../../error.ts';
import { namesCause } from '../../runtime/schedules/plan.ts';
import { readTraces } from '../../recorded/traces.ts';
import { contractOf } from '../../recorded/verdict.ts';

export interface TwinExplored {
  /** On a virtual clock, the plain run included; 0 where none rules the program. */
  readonly schedules: number;
  /** Distinct outputs of these schedules. */
  readonly outputs: number;
  /** Real runs under seeded pauses, for what only the machine's scheduler orders: so many at least. */
  readonly realRuns: number;
}

export interface SnippetExplored {
  readonly id: string;
  /** Absent where the twin has no fresh traces. */
  readonly twins: Readonly<Partial<Record<Language, TwinExplored>>>;
}

export interface ExploredCounts {
  readonly schedules: number;
  /** Added up over the twins. */
  readonly distinctOutputs: number;
  readonly realRuns: number;
  /** Twins that have some of both kinds count in both. */
  readonly twinsOnVirtualTime: number;
  readonly twinsByRealRuns: number;
  /** In the order of `snippets`. */
  readonly snippets: readonly SnippetExplored[];
}

/** Reads the stored traces of `snippets`. */
export function countExplored(snippets: readonly Snippet[]): ExploredCounts {
  const counted = snippets.map((snippet): SnippetExplored => {
    const [ts, py] = [explored(snippet, 'ts'), explored(snippet, 'py')];
    return { id: snippet.id, twins: { ...(ts && { ts }), ...(py && { py }) } };
  });
  const twins = counted.flatMap(({ twins: { ts, py } }) => [ts, py].filter((twin) => twin !== undefined));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    schedules: sum(twins.map(({ schedules }) => schedules)),
    distinctOutputs: sum(twins.map(({ outputs }) => outputs)),
    realRuns: sum(twins.map(({ realRuns }) => realRuns)),
    twinsOnVirtualTime: twins.filter(({ schedules }) => schedules > 0).length,
    twinsByRealRuns: twins.filter(({ realRuns }) => realRuns > 0).length,
    snippets: counted,
  };
}

function explored(snippet: Snippet, language: Language): TwinExplored | undefined {
  const stored = readTraces(snippet, language);
  if (stored.state !== 'fresh') return undefined;
  const { explored: batches, outputs } = stored.traces;
  const schedules = batches.reduce((all, batch) => all + batch.schedules, 0);
  return { schedules, outputs, realRuns: schedules === 0 || freeByThreads(snippet, language) ? perturbedRuns : 0 };
}

function freeByThreads(snippet: Snippet, language: Language): boolean {
  const contract = attempt(() => contractOf(snippet, language));
  return 'value' in contract && namesCause(contract.value, 'threads');
}
