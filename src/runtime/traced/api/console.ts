// The program's console (Node's lib/internal/console/constructor.js), over a formatter.
import type { Stream } from '../../../trace/recording.ts';
import type { Environment } from '../engine/environment.ts';
import type { Clock } from '../engine/loop/clock.ts';
import { isObject } from '../engine/object.ts';
import type { Refusals } from './refusals.ts';

type Print = (...args: readonly unknown[]) => void;

const groupIndent = '  ';

export function createConsole(environment: Environment, refusals: Refusals): object {
  const { output, formatter, core } = environment;
  let indent = '';
  const write = (stream: Stream, text: string) => {
    const shown = indent === '' ? text : indent + text.replaceAll('\n', `\n${indent}`);
    output.write(stream, `${shown}\n`);
  };
  const print =
    (stream: Stream): Print =>
    (...args) => {
      // what is shown of an object may be shared memory
      if (args.some(isObject)) core.turns?.ask({ do: 'touch', writes: ['*'] });
      write(stream, formatter.format(...args));
    };
  const group: Print = (...args) => {
    if (args.length > 0) print('stdout')(...args);
    indent += groupIndent;
  };
  const console = {
    log: print('stdout'),
    info: print('stdout'),
    debug: print('stdout'),
    dirxml: print('stdout'),
    error: print('stderr'),
    warn: print('stderr'),
    dir: (value: unknown, options?: object) =>
      write('stdout', formatter.inspect(value, { customInspect: false, ...options })),
    assert: (condition: unknown, ...args: readonly unknown[]) => {
      if (condition) return;
      const [first, ...rest] = args;
      if (typeof first === 'string') print('stderr')(`Assertion failed: ${first}`, ...rest);
      else print('stderr')('Assertion failed', ...args);
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(groupIndent.length);
    },
    ...counting((text) => write('stdout', text)),
    ...timing(core.clock, print('stdout')),
    ...onlyForInspectors,
  };
  return refusals.guard('console', console);
}

function counting(write: (text: string) => void) {
  const counts = new Map<string, number>();
  return {
    count: (label = 'default') => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      write(`${label}: ${counts.get(label) ?? 0}`);
    },
    countReset: (label = 'default') => counts.delete(label),
  };
}

function timing(clock: Clock, print: Print) {
  const times = new Map<string, number>();
  const elapsed = (label: string) => duration(clock.read() - (times.get(label) ?? 0));
  return {
    time: (label = 'default') => times.set(label, clock.read()),
    timeLog: (label = 'default', ...args: readonly unknown[]) => print(`${label}: ${elapsed(label)}`, ...args),
    timeEnd: (label = 'default') => {
      print(`${label}: ${elapsed(label)}`);
      times.delete(label);
    },
  };
}

/** What does nothing where no inspector is open and the output is no terminal. */
const onlyForInspectors = { clear: () => {}, profile: () => {}, profileEnd: () => {}, timeStamp: () => {} };

function duration(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(3)}s` : `${Number(ms.toFixed(3))}ms`;
}
