// What strands, queues, panels and promises are called in English, and how lines and times are said.
import type { NameWords } from '../catalogue.ts';

export const names: NameWords = {
  queues: {
    micro: 'microtask queue',
    nextTick: 'nextTick queue',
    timers: 'timers',
    immediates: 'immediates',
    poll: 'poll queue',
    ready: 'ready queue',
    hub: 'hub',
  },
  panels: {
    lanes: 'Lanes',
    queues: 'Queues',
    locks: 'Locks and channels',
    output: 'Printed so far',
    values: 'Shared values',
  },
  // the data says it in English already
  strandKind: (kind) => kind,
  main: { plain: 'main', program: 'the main program', first: 'The main program' },
  engine: 'the engine',
  unknownStrand: (strand) => `strand ${strand}`,
  named: (kind, name) => `${kind} ${name}`,
  ofLine,
  numbered: (name, number) => `${name} #${number}`,
  onlyOne: (kind) => `the ${kind}`,
  unknownSyncObject: (id) => `number ${id}`,
  promises: {
    some: 'a promise',
    another: 'another promise',
    ofStrand: (strand) => `the promise of ${strand}`,
    awaited: (strand, line) => `the promise that ${strand} awaits${atLine(line)}`,
  },
  list,
  ms: inMs,
};

/** " at line 4"; nothing where the line is not known. */
export function atLine(line: number): string {
  return line === 0 ? '' : ` at line ${line}`;
}

/** "timer of line 4" */
function ofLine(what: string, line: number): string {
  return line === 0 ? what : `${what} of line ${line}`;
}

/** A moment or a span in ms, to a tenth: finer is the time that the program itself took. */
export function inMs(ms: number): string {
  return `${Math.round(ms * 10) / 10} ms`;
}

/** A fraction of a ms is the time that the program itself took. */
export function timerOf(delay: number): string {
  return `the timer of ${Math.round(delay)} ms`;
}

export function list(names: readonly string[]): string {
  return names.join(', ');
}

/** Of a strand that runs for the first time, or not. */
export function started(isFirst: boolean): string {
  return isFirst ? 'started' : 'resumed';
}
