// Of every object of Node that a program meets on the engine, each member is there or is refused by name: none is silently
// undefined, which a reader would see as a TypeError that Node does not throw.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CourseError } from '../../../src/error.ts';
import { runInRealm } from '../../../src/runtime/realm/realm.ts';
import { compile } from '../../../src/runtime/traced/compile/compile.ts';
import type { Program } from '../../../src/runtime/traced/program.ts';
import { members } from '../../../src/runtime/traced/api/members.ts';
import type { Served } from '../../../src/runtime/traced/api/members.ts';
import { native, printed, traced } from './traced.ts';

const imports = `
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { statSync } from 'node:fs';
import { inspect, types } from 'node:util';
import { scheduler } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';`;

/** How a program comes to each. */
const expressions: Record<Exclude<Served, `node:${string}`>, string> = {
  console: 'console',
  performance: 'performance',
  process: 'process',
  'process.stdout': 'process.stdout',
  timeout: 'setTimeout(() => {}, 0)',
  immediate: 'setImmediate(() => {})',
  emitter: 'new EventEmitter()',
  EventEmitter: 'EventEmitter',
  event: "new Event('a')",
  Event: 'Event',
  target: 'new EventTarget()',
  controller: 'new AbortController()',
  signal: 'AbortSignal.abort()',
  AbortSignal: 'AbortSignal',
  port: 'new MessageChannel().port1',
  Worker: 'Worker.prototype',
  storage: 'new AsyncLocalStorage()',
  AsyncLocalStorage: 'AsyncLocalStorage',
  resource: "new AsyncResource('a')",
  scheduler: 'scheduler',
  'util.inspect': 'inspect',
  'util.types': 'types',
  URL: 'URL',
  Buffer: 'Buffer',
  buffer: 'Buffer.alloc(0)',
  crypto: 'crypto',
  stats: "statSync('/')",
};

/** A folder is wherever it looks. */
const files: Program['files'] = { look: () => ({ kind: 'folder', names: [] }) };

/** Members of Node whose value is undefined there too. */
const undefinedInNode = new Set(['process.exitCode', 'process.domain', 'signal.reason']);

function outcome(source: string): string {
  try {
    return runInRealm(compile(source, { file: 'program.ts', files })).stdout.join();
  } catch (error) {
    if (error instanceof CourseError) return error.what;
    throw error;
  }
}

test('the lists are those of the Node that runs them', async () => {
  const { stdout } = await native(join(import.meta.dirname, 'print-members.mjs'));
  const lists = Object.fromEntries(Object.entries(members).map(([name, list]) => [name, [...list].sort()]));
  expect(lists).toEqual(JSON.parse(stdout));
});

describe('every member is there or is refused by name', () => {
  test.each(Object.keys(members) as Served[])('%s', (served) => {
    const [begin, expression] = served.startsWith('node:')
      ? [`import * as held from '${served}';`, 'held']
      : [imports, expressions[served as keyof typeof expressions]];
    const absent = members[served].filter((member) => {
      const found = outcome(`${begin}\nconst value = ${expression};\nconsole.log(typeof value.${member});`);
      const name = served.startsWith('node:') ? `"${member}" of module ${served}` : `${served}.${member}`;
      const refused = `${name} is not available in the traced engine`;
      return found === 'undefined'
        ? !undefinedInNode.has(`${served}.${member}`)
        : found.includes(' ') && found !== refused;
    });
    expect(absent).toEqual([]);
  });
});

test('a refusal has its line and a way out', () => {
  expect(() => traced('\nperformance.mark(1);')).toThrow(
    'program.ts:2  performance.mark is not available in the traced engine\n' +
      '  fix: take the difference of two readings of performance.now(), or run it on the real engine: leave --engine traced out',
  );
});

test('what a program assigns is its own', () => {
  const source = `
    performance.mark = (name) => console.log('mark', name);
    performance.mark('a');
    process.stdout.on = () => 'mine';
    console.log(process.stdout.on(), Object.hasOwn(performance, 'mark'), 'measure' in performance);`;
  expect(printed(source)).toEqual(['mark a', 'mine true true']);
});
