// English: everything that is said about a trace.
export { captions } from './en/captions.ts';
export { causes } from './en/causes.ts';
export { departures } from './en/departures.ts';
export { jobs } from './en/jobs.ts';
export { lanes, syncObjects } from './en/states.ts';
export { names } from './en/names.ts';
export { reasons } from './en/reasons.ts';
export { syncCaptions } from './en/sync-captions.ts';
export { values } from './en/values.ts';
export { waits } from './en/waits.ts';
