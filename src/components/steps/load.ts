// Fetches a run of a twin. Each is fetched once; one that failed may be asked for again.
import type { RunTrace } from './player.ts';

const loaded = new Map<string, Promise<RunTrace>>();

/** The run at this address, or an error whose message says in a sentence what went wrong. */
export function loadRun(url: string): Promise<RunTrace> {
  const known = loaded.get(url);
  if (known) return known;
  const run = fetchRun(url);
  loaded.set(url, run);
  run.catch(() => loaded.delete(url));
  return run;
}

async function fetchRun(url: string): Promise<RunTrace> {
  const response = await fetch(url).catch(() => undefined);
  if (!response) throw new Error('The steps could not be loaded: there is no connection.');
  if (!response.ok) throw new Error(`The steps could not be loaded: the site answered ${response.status}.`);
  const run: unknown = await response.json().catch(() => undefined);
  if (!isRun(run)) throw new Error('The steps could not be loaded: what the site answered is no trace.');
  return run;
}

function isRun(value: unknown): value is RunTrace {
  return typeof value === 'object' && value !== null && 'events' in value && Array.isArray(value.events);
}
