// The course in numbers, from its files alone: what there is, what the contracts say, and what exploring gave when it was recorded.
import type { Lesson } from '../../course/lessons.ts';
import { pairsOf } from '../../course/pairs.ts';
import { twins } from '../../course/snippets.ts';
import type { Snippet } from '../../course/snippets.ts';
import { languages } from '../../languages.ts';
import { freedoms } from '../../order/index.ts';
import type { Cause, Contract } from '../../order/index.ts';
import { attempt } from '../../error.ts';
import { readStoredRecording } from '../../recorded/recordings.ts';
import { countExplored } from './schedules.ts';
import type { ExploredCounts } from './schedules.ts';
import { claimsOf } from '../proof/claims.ts';
import { needsOfRealTime } from '../../runtime/engines.ts';
import { contractOf } from '../../recorded/verdict.ts';

export interface CourseCounts {
  readonly lessons: number;
  readonly snippets: number;
  /** Of the snippets, the broken halves of a pair. */
  readonly broken: number;
  readonly twins: number;
  /** Twins that no engine runs under schedules, by their first comment: they need processes or the like. */
  readonly onRealClockOnly: number;
  readonly contracts: number;
  /** Printed lines and marks, without blank lines. */
  readonly contractLines: number;
  readonly freedoms: Readonly<Record<Cause, number>>;
  /** Contracts that rest on an assumption; the order of the others is promised. */
  readonly assuming: number;
  /** What the stored traces say of these schedules. */
  readonly explored: ExploredCounts;
  /** "node 26.10.0": the engines behind the recordings. */
  readonly engines: readonly string[];
}

/** Counts what is in scope. Contracts that cannot be read count as contracts, and nothing that they say is counted. */
export function countCourse(course: { lessons: readonly Lesson[]; snippets: readonly Snippet[] }): CourseCounts {
  const { lessons, snippets } = course;
  const read = contractsOf(snippets);
  const open = read.flatMap((contract) => (contract ? freedoms(contract) : []));
  const claims = snippets.flatMap(claimsOf);
  const virtual = claims.filter(({ program }) => needsOfRealTime(program).length === 0);
  return {
    lessons: lessons.length,
    snippets: snippets.length,
    broken: pairsOf(snippets).length,
    twins: snippets.flatMap(twins).length,
    onRealClockOnly: claims.length - virtual.length,
    contracts: read.length,
    contractLines: read.reduce((sum, contract) => sum + (contract?.rows.length ?? 0), 0),
    freedoms: countBy(open.map(({ cause }) => cause)),
    assuming: read.filter((contract) => (contract?.assumptions.length ?? 0) > 0).length,
    explored: countExplored(snippets),
    engines: enginesOf(snippets),
  };
}

/** One for each file: a contract that serves both twins is read once, for TypeScript. */
function contractsOf(snippets: readonly Snippet[]): (Contract | undefined)[] {
  return snippets.flatMap((snippet) => {
    const { ts, py } = snippet.contracts;
    const readers = languages.filter((language) => language === 'ts' || ts.file !== py.file);
    return readers.map((language) => {
      const contract = attempt(() => contractOf(snippet, language));
      return 'error' in contract ? undefined : contract.value;
    });
  });
}

function countBy(values: readonly Cause[]): Record<Cause, number> {
  const counts = { latency: 0, ties: 0, cpu: 0, threads: 0 };
  for (const value of values) counts[value] += 1;
  return counts;
}

function enginesOf(snippets: readonly Snippet[]): string[] {
  const names = snippets.flatMap((snippet) =>
    languages.flatMap((language) => {
      const stored = readStoredRecording(snippet, language);
      if (stored.state !== 'fresh') return [];
      const { name, version, packages } = stored.recording.engine;
      return [`${name} ${version}`, ...Object.entries(packages).map((one) => one.join(' '))];
    }),
  );
  return [...new Set(names)].toSorted();
}
