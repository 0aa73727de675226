// The program's console, over the host's formatter.
import type { Stream } from '../../../trace/recording.ts';
import type { Environment } from '../engine/environment.ts';
import { refuseMember } from './refuse.ts';

const groupIndent = '  ';
const missing = ['table', 'trace', 'profile', 'profileEnd', 'timeStamp', 'dirxml'] as const;

export function createConsole(environment: Environment): object {
  const { output, formatter, core } = environment;
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  let indent = '';
  const write = (stream: Stream, text: string) => {
    const shown = indent === '' ? text : indent + text.replaceAll('\n', `\n${indent}`);
    output.write(stream, `${shown}\n`);
  };
  const print =
    (stream: Stream) =>
    (...args: readonly unknown[]) =>
      write(stream, formatter.format(...args));
  const elapsed = (label: string) => duration(core.clock.read() - (times.get(label) ?? 0));
  const console = {
    log: print('stdout'),
    info: print('stdout'),
    debug: print('stdout'),
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
    count: (label = 'default') => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      write('stdout', `${label}: ${counts.get(label) ?? 0}`);
    },
    countReset: (label = 'default') => counts.delete(label),
    group: (...args: readonly unknown[]) => {
      if (args.length > 0) print('stdout')(...args);
      indent += groupIndent;
    },
    groupEnd: () => {
      indent = indent.slice(groupIndent.length);
    },
    time: (label = 'default') => times.set(label, core.clock.read()),
    timeLog: (label = 'default', ...args: readonly unknown[]) =>
      print('stdout')(`${label}: ${elapsed(label)}`, ...args),
    timeEnd: (label = 'default') => {
      print('stdout')(`${label}: ${elapsed(label)}`);
      times.delete(label);
    },
  };
  return Object.assign(console, refusedMethods(environment));
}

function refusedMethods(environment: Environment): Record<string, () => never> {
  const refusal = (name: string) => () => refuseMember(environment, `console.${name}`, 'print with console.log');
  return Object.fromEntries(missing.map((name) => [name, refusal(name)]));
}
function duration(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(3)}s` : `${Number(ms.toFixed(3))}ms`;
}
