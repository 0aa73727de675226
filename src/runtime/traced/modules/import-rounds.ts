// How many microtasks an import() takes in Node (lib/internal/modules/esm/loader.js `import`, module_job.js `run` and
// `#asyncInstantiate`). Nothing else counts: Node reads files and compiles them while nothing else runs.
import type { ModuleRecord } from './record.ts';

/** Until the module runs, where an import() before was as far; from its end to the `then` of the program; and where it fails. */
const known = 2;
const added = 3;
export const resultRounds = 5;
export const errorRounds = 4;
export const missingRounds = 4;
/** A module that imports nothing: its async function returns a promise. */
const leaf = 2;

export function roundsOfBuiltin(isKnown: boolean): number {
  return isKnown ? known : added + leaf;
}

/** `requested`: the files that a module imports. */
export function roundsTo(record: ModuleRecord, requested: (record: ModuleRecord) => readonly ModuleRecord[]): number {
  return record.isInstantiated ? known : added + graphRounds(record, requested, new Set());
}

/** addJobsToDependencyGraph: a promise for all that a module imports, which an async function returns. */
function graphRounds(
  record: ModuleRecord,
  requested: (record: ModuleRecord) => readonly ModuleRecord[],
  seen: Set<ModuleRecord>,
): number {
  if (seen.has(record)) return 0;
  seen.add(record);
  const below = requested(record).map((each) => graphRounds(each, requested, seen));
  if (record.info.importsNode) below.push(leaf);
  return below.length === 0 ? leaf : Math.max(Math.max(...below) + 2, leaf);
}
