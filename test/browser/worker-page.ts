// The page of the Worker's tests: it has the client and nothing else.
import { CourseError } from '../../src/error.ts';
import { runInWorker } from '../../src/runtime/browser/run.ts';
import type { WorkerOptions, WorkerProgram, WorkerRun } from '../../src/runtime/browser/run.ts';

/** A run as data that a test can ask for; `refused` in place of the run where the engine gave an error. */
export type PageRun = WorkerRun | { readonly refused: string; readonly kind: string };

/** What a test can ask for besides the options that are data. */
export interface PageOptions extends Pick<WorkerOptions, 'limits' | 'timeLimit' | 'token' | 'trace'> {
  /** Interrupt the run as soon as its first line has come. */
  readonly interrupt?: boolean;
}

async function runHere(program: WorkerProgram, { interrupt, ...options }: PageOptions = {}): Promise<PageRun> {
  const stop = new AbortController();
  const onLine = () => {
    if (interrupt) stop.abort();
  };
  try {
    return await runInWorker(program, { ...options, onLine, signal: stop.signal });
  } catch (error) {
    if (error instanceof CourseError) return { refused: error.message, kind: error.kind };
    throw error;
  }
}

declare global {
  interface Window {
    runHere: typeof runHere;
  }
}
window.runHere = runHere;
