// The order contract: parse it, check a run against it, explain it. Pure: no file, no process, no page.
export { causeMeanings, causes } from './contract.ts';
export type * from './contract.ts';
export { parseContract } from './parse.ts';
export type { ContractSource } from './parse.ts';
export { checkOutput, checkRun } from './check.ts';
export type { Run } from './check.ts';
export type { Fault } from './fault.ts';
