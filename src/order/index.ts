// The order contract: parse it, check a run against it, explain it. Pure: no file, no process, no page.
export { alignRun, printedRows } from './align.ts';
export type { AlignedLine, PrintedRow, Standing } from './align.ts';
export { ambiguityLimits } from './budget.ts';
export { checkOutput, checkRun } from './check.ts';
export type { Run } from './check.ts';
export { causeMeanings, causes, childrenOf, freedomKinds, linesOf } from './contract.ts';
export type * from './contract.ts';
export { explainContract } from './explain.ts';
export type { Explanation } from './explain.ts';
export type { Fault } from './fault.ts';
export { freedoms, newTally } from './freedom.ts';
export type { Tally } from './freedom.ts';
export { mutationKinds, mutations, strangeLine } from './mutate.ts';
export type { Mutant, MutationKind } from './mutate.ts';
export { parseContract } from './parse.ts';
export type { ContractSource } from './parse.ts';
export type { LinePattern, Slot, SlotKind } from './pattern.ts';
export type { FreedomCount, PairCount, TakenCount } from './tally.ts';
