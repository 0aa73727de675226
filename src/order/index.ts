// The order contract: parse it, check a run against it, explain it. Pure: no file, no process, no page.
export { alignRun, printedRows } from './match/align.ts';
export type { AlignedLine, FreedomPosition } from './match/align.ts';
export { checkOutput, checkRun } from './judge/check.ts';
export type { Run } from './judge/check.ts';
export { causeMeanings, causes, childrenOf, linesOf } from './contract.ts';
export type * from './contract.ts';
export { deadlockLine, linesWithEnd, mayDeadlock } from './match/deadlock.ts';
export { explainContract } from './explain/explain.ts';
export { forbiddenLines } from './judge/facts.ts';
export type { Fault } from './judge/fault.ts';
export { freedoms, newTally } from './coverage/coverage.ts';
export type { Tally } from './coverage/coverage.ts';
export { mutationKinds, mutations, strangeLine } from './mutate.ts';
export type { Mutant } from './mutate.ts';
export { parseContract } from './read/parse.ts';
export type { LinePattern } from './pattern.ts';
export type { FreedomCount } from './coverage/tally.ts';
