// Atomics: what the language does, with a place before each of them at which another thread may go on, and waits that end on the virtual
// clock. A program that is alone can only wait until its time limit.
import { Halt } from '../engine/loop/halt.ts';
import type { Environment } from '../engine/environment.ts';
import type { Turns } from '../threads/turns.ts';
import { refuseMember } from './refuse.ts';
import { waitAsync } from './workers/wait-async.ts';

type Native = (cells: Int32Array, index: number, ...values: never[]) => unknown;
type Made = (cells: Int32Array, index: number, ...values: never[]) => unknown;

const changing = ['add', 'and', 'compareExchange', 'exchange', 'or', 'store', 'sub', 'xor'] as const;

const nativeOf = (name: string): Native => Reflect.get(Atomics, name) as Native;

/** The functions of Atomics that touch memory. */
export function createAtomics(current: () => Environment): Readonly<Record<string, Made>> {
  const wait = nativeOf('wait') as typeof Atomics.wait;
  return {
    load: watched('load', current),
    ...Object.fromEntries(changing.map((name) => [name, watched(name, current)])),
    notify: notifying(current),
    wait(cells: Int32Array, index: number, expected: number, timeout?: number): string {
      const { core } = current();
      const { turns } = core;
      const ms = timeLimit(timeout);
      if (turns?.memory.isElements(cells)) turns.offer('Atomics.wait', { reads: turns.memory.cellsOf(cells, index) });
      // checks the arguments, and compares
      const now = wait(cells, index, expected, 0);
      if (now === 'not-equal' || ms === 0) return now;
      return turns ? block(current(), turns, turns.memory.waitersOf(cells, index), ms) : alone(current(), ms);
    },
    waitAsync(cells: Int32Array, index: number, expected: number, timeout?: number): object {
      const environment = current();
      const { turns } = environment.core;
      if (!turns) return refuseMember(environment, 'Atomics.waitAsync');
      if (turns.memory.isElements(cells))
        turns.offer('Atomics.waitAsync', { reads: turns.memory.cellsOf(cells, index) });
      const value = wait(cells, index, expected, 0);
      const ms = timeLimit(timeout);
      if (value === 'not-equal' || ms === 0) return { async: false, value };
      return { async: true, value: waitAsync(environment, turns, turns.memory.waitersOf(cells, index), ms) };
    },
  };
}

/** As ECMA-262 DoWait (25.4.3.14) has it. */
function timeLimit(timeout: unknown): number {
  const ms = timeout === undefined ? NaN : Number(timeout);
  return Number.isNaN(ms) ? Infinity : Math.max(0, ms);
}

function alone({ core }: Environment, ms: number): string {
  if (ms === Infinity) {
    const line = core.frames.line();
    const text = `stopped: line ${line} waits for a notify, and no other thread is there to give it`;
    return core.halt(new Halt({ reason: 'wait', text }));
  }
  core.clock.standStill(ms, { what: 'Atomics.wait' });
  if (core.traced) core.emit({ kind: 'time', to: core.clock.now });
  return 'timed-out';
}

function block({ core }: Environment, turns: Turns, cell: string, ms: number): string {
  const strand = core.frames.current();
  const line = core.frames.line();
  const limit = ms === Infinity ? {} : { ms };
  if (core.traced) core.emit({ kind: 'suspend', strand: strand.strand, line, on: { kind: 'Atomics.wait', ...limit } });
  const { how = 'timed-out' } = turns.ask({ do: 'wait', cell, ...limit, ...turns.here('Atomics.wait') });
  if (core.traced) core.emit({ kind: 'resume', strand: strand.strand, line });
  turns.changed();
  return how;
}

/** Another thread may go on before it. What has changed nothing may be the step of a thread that spins. */
function watched(name: 'load' | (typeof changing)[number], current: () => Environment): Made {
  const native = nativeOf(name);
  const isReading = name === 'load';
  return (cells, index, ...values) => {
    const { turns } = current().core;
    if (!turns?.memory.isElements(cells)) return native(cells, index, ...values);
    const touched = turns.memory.cellsOf(cells, index);
    turns.offer(`Atomics.${name}`, isReading ? { reads: touched } : { writes: touched });
    const before = isReading ? undefined : cells[index];
    const result = native(cells, index, ...values);
    if (isReading || before === cells[index]) turns.saw(name, touched.join(' '), result);
    else turns.changed();
    return result;
  };
}

function notifying(current: () => Environment): Made {
  const native = nativeOf('notify');
  return (cells, index, ...counts) => {
    const { turns } = current().core;
    // checks the arguments; nobody waits in the machine's own list
    const none = native(cells, index, ...counts);
    if (!turns?.memory.isElements(cells)) return none;
    const count: unknown = counts[0];
    const most = count === undefined ? Infinity : Math.max(0, Math.trunc(Number(count)) || 0);
    turns.changed();
    const cell = turns.memory.waitersOf(cells, index);
    const limit = most === Infinity ? {} : { count: most };
    return turns.ask({ do: 'notify', cell, ...limit, ...turns.here('Atomics.notify') }).woken ?? 0;
  };
}
