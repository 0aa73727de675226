// Builds a random program from a tape of numbers: each number is one choice. A shorter tape or smaller numbers give a
// simpler program, so a tape can be shrunk like any list.
import { Builder } from './builder.ts';
import type { Place } from './builder.ts';
import { expression } from './expressions.ts';
import { statement } from './statements.ts';

/** What a program takes of Node, by module. */
const taken = [
  ['timers/promises', 'setTimeout as wait, setImmediate as turn, setInterval as ticks'],
  ['events', 'EventEmitter, once'],
  ['async_hooks', 'AsyncLocalStorage, AsyncResource'],
  ['worker_threads', 'MessageChannel'],
] as const;

/** Node runs a program as a script or as an ES module: what comes first after its last line differs. */
type Kind = 'script' | 'module';

function importsOf(kind: Kind): string {
  const lines = taken.map(([module, names]) =>
    kind === 'module'
      ? `import { ${names} } from 'node:${module}';`
      : `const { ${names.replaceAll(' as ', ': ')} } = require('node:${module}');`,
  );
  return `${lines.join('\n')}\n`;
}

const prelude = `
const show = (value) => value instanceof Error ? value.message : Array.isArray(value) ? '[' + value.map(show).join() + ']'
  : typeof value === 'object' && value !== null && 'status' in value ? value.status + ':' + show(value.value ?? value.reason)
  : typeof value === 'object' && value !== null && 'done' in value ? show(value.value) + (value.done ? '.' : '')
  : value instanceof AggregateError ? 'all' : String(value);
const log = (label, ...values) => console.log(label, ...values.map(show));
const sleep = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
const later = (ms, work) => new Promise((resolve, reject) => setTimeout(() => { try { resolve(work()); } catch (e) { reject(e); } }, ms));
const chain = (value, work) => value instanceof Promise ? value.then(work) : value;
const fail = (message) => { throw new Error(message); };
const resource = (name) => ({ async [Symbol.asyncDispose]() { log(name, 'closing'); await null; log(name, 'closed'); } });
const handle = (name) => ({ [Symbol.dispose]() { log(name, 'closed at once'); } });
const failing = (name) => ({ async [Symbol.asyncDispose]() { log(name, 'closing'); throw new Error(name); } });
const post = (port, value) => { port.postMessage(value); setImmediate(() => setImmediate(() => {})); };
const store = new AsyncLocalStorage();
const kind = (f) => [f.length, f.name, f.constructor.name, Object.prototype.toString.call(f), 'prototype' in f, Object.getOwnPropertyNames(f).join()].join(' ');
class Sub extends Promise {}
class Base { async work(v) { log('base', v); await null; return v; } }
process.on('unhandledRejection', (error) => log('unhandled', error));
process.on('rejectionHandled', () => log('handled late'));
process.on('uncaughtException', (error) => log('uncaught', error));
`;

export interface FuzzedProgram {
  readonly kind: Kind;
  readonly text: string;
}

/** A program that prints, waits, and ends. */
export function programOf(tape: readonly number[]): FuzzedProgram {
  // the end of the tape: what comes first decides the shape of the program
  const kind = (tape.at(-1) ?? 0) % 3 === 2 ? 'script' : 'module';
  return { kind, text: `${importsOf(kind)}${prelude}${ownTextOf(tape)}\n` };
}

/** The part of the program that is not the same in all. */
export function ownTextOf(tape: readonly number[]): string {
  const builder = new Builder(tape, { statement, expression });
  const place: Place = { async: true, caught: true, depth: 4 };
  const mains = Array.from({ length: builder.choose(3) + 1 }, () => {
    const name = builder.name('main');
    return `async function ${name}() {\ntry {\n${builder.block(place)}\n${builder.block(place)}\n} catch (e) { log('${name}', e); }\n}\nvoid ${name}();`;
  });
  const top = builder.block({ async: false, caught: false, depth: 3 });
  return `${builder.declarations.join('\n')}\n${mains.join('\n')}\n${top}`;
}
