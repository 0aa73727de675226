// How much of each program was explored, from the stored traces alone: a page can say it without running anything. The check `proof`
// holds these numbers to what it finds.
import type { Snippet } from '../../course/snippets.ts';
import type { Language } from '../../languages.ts';
import { perturbedRuns } from '../../runtime/real/perturb/run.ts';
import { attempt } from '../../error.ts';
import type { Assumption } from '../../order/index.ts';
import { needsRealRuns } from '../../runtime/schedules/plan.ts';
import type { StoredExplored, StoredTraces } from '../../trace/stored.ts';
import { readTraces } from '../../recorded/traces.ts';
import { contractOf } from '../../recorded/verdict.ts';

export interface TwinExplored {
  /** Under all causes, the usual run included; 0 where no engine runs the program under schedules. */
  readonly schedules: number;
  /** Distinct outputs of these schedules. */
  readonly outputs: number;
  /** What was seen under each cause. */
  readonly causes: readonly StoredExplored[];
  /** Whether each search came to its end, within the bounds that it names. */
  readonly isComplete: boolean;
  /** What the order rests on besides the rules of the engine. */
  readonly assumptions: readonly Assumption[];
  /** Real runs under seeded pauses, for what no engine runs under schedules: so many at least. */
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
  readonly twinsUnderSchedules: number;
  /** Of these, those of which every search came to its end. */
  readonly twinsComplete: number;
  readonly twinsByRealRuns: number;
  /** In the order of `snippets`. */
  readonly snippets: readonly SnippetExplored[];
}

/** Reads the stored traces of `snippets`. */
export function countExplored(snippets: readonly Snippet[]): ExploredCounts {
  const counted = snippets.map((snippet): SnippetExplored => {
    const [ts, py] = [twinExplored(snippet, 'ts'), twinExplored(snippet, 'py')];
    return { id: snippet.id, twins: { ...(ts && { ts }), ...(py && { py }) } };
  });
  const twins = counted.flatMap(({ twins: { ts, py } }) => [ts, py].filter((twin) => twin !== undefined));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const scheduled = twins.filter(({ schedules }) => schedules > 0);
  return {
    schedules: sum(twins.map(({ schedules }) => schedules)),
    distinctOutputs: sum(twins.map(({ outputs }) => outputs)),
    realRuns: sum(twins.map(({ realRuns }) => realRuns)),
    twinsUnderSchedules: scheduled.length,
    twinsComplete: scheduled.filter(({ isComplete }) => isComplete).length,
    twinsByRealRuns: twins.filter(({ realRuns }) => realRuns > 0).length,
    snippets: counted,
  };
}

function twinExplored(snippet: Snippet, language: Language): TwinExplored | undefined {
  const stored = readTraces(snippet, language);
  return stored.state === 'fresh' ? exploredOf(stored.traces, snippet, language) : undefined;
}

/** What the fresh traces of one twin say of it. */
export function exploredOf(traces: StoredTraces, snippet: Snippet, language: Language): TwinExplored {
  const { explored: causes, outputs } = traces;
  const contract = attempt(() => contractOf(snippet, language));
  const isReal = 'value' in contract && needsRealRuns(snippet.programs[language], contract.value);
  const schedules = causes.reduce((all, { coverage }) => all + coverage.schedules, 0);
  return {
    schedules,
    outputs,
    causes,
    isComplete: causes.every(({ coverage }) => coverage.kind === 'complete'),
    assumptions: 'value' in contract ? contract.value.assumptions : [],
    realRuns: schedules === 0 || isReal ? perturbedRuns : 0,
  };
}
