// Programs whose order rests on one rule of Node's event loop each, with what they print: the engine is held to it by
// loop.test.ts, Node itself by loop-native.test.ts. `log` prints.

import { betweenTimers, timers } from './loop-timers.ts';
import type { LoopProgram } from './loop-timers.ts';

const immediates: readonly LoopProgram[] = [
  [
    'ticks, then microtasks, run between two immediates of a turn',
    `setImmediate(() => {
       log('first');
       queueMicrotask(() => log('microtask'));
       process.nextTick(() => log('tick'));
     });
     setImmediate(() => log('second'));`,
    ['first', 'tick', 'microtask', 'second'],
  ],
  [
    'after the last immediate of a turn, too, before the timers',
    `setImmediate(() => {
       setTimeout(() => log('timer'), 0);
       queueMicrotask(() => log('microtask'));
     });`,
    ['microtask', 'timer'],
  ],
  [
    'an immediate that is cleared in the turn before does not run, and no turn comes for it',
    `setImmediate(() => {
       const next = setImmediate(() => log('never'));
       clearImmediate(next);
       clearImmediate(next);
       log('cleared');
     });`,
    ['cleared'],
  ],
  [
    'one of several that wait is cleared, the others keep their order',
    `const [, second, , fourth] = ['a', 'b', 'c', 'd'].map((name) => setImmediate(() => log(name)));
     clearImmediate(second);
     clearImmediate(fourth);`,
    ['a', 'c'],
  ],
  [
    'to clear an immediate that has run, or that runs, changes nothing',
    `const first = setImmediate(() => {
       clearImmediate(first);
       log('first');
     });
     setImmediate(() => {
       clearImmediate(first);
       clearImmediate(undefined);
       clearImmediate({});
       setImmediate(() => log('third'));
       log('second');
     });`,
    ['first', 'second', 'third'],
  ],
  [
    'after an error the rest of the turn goes on, before microtasks and ticks',
    `process.on('uncaughtException', (error) => log('caught', error.message));
     setImmediate(() => {
       queueMicrotask(() => log('microtask'));
       process.nextTick(() => log('tick'));
       throw new Error('first');
     });
     setImmediate(() => log('second'));
     setImmediate(() => log('third'));`,
    ['caught first', 'second', 'tick', 'microtask', 'third'],
  ],
  [
    'what an immediate sets after an error still waits for the next turn',
    `process.on('uncaughtException', () => setImmediate(() => log('next turn')));
     setImmediate(() => { throw new Error('first'); });
     setImmediate(() => log('same turn'));`,
    ['same turn', 'next turn'],
  ],
  [
    'an immediate runs with the store of where it was set, and leaves none behind',
    `import { AsyncLocalStorage } from 'node:async_hooks';
     const store = new AsyncLocalStorage();
     store.run('mine', () => setImmediate(() => log('inside', store.getStore())));
     setImmediate(() => log('outside', store.getStore()));`,
    ['inside mine', 'outside undefined'],
  ],
  [
    'its arguments are those that it was set with',
    `setImmediate((...all) => log(...all), 1, 'two', undefined);`,
    ['1 two undefined'],
  ],
  [
    'a turn of immediates stands between two timers that an immediate makes due',
    `setTimeout(() => {
       log('timer');
       setTimeout(() => log('next timer'), 0);
       setImmediate(() => log('immediate'));
     }, 5);`,
    ['timer', 'immediate', 'next timer'],
  ],
];

const taskQueues: readonly LoopProgram[] = [
  [
    'the microtasks of an ES module run before its ticks',
    `process.nextTick(() => log('tick'));
     queueMicrotask(() => log('microtask'));
     Promise.resolve().then(() => log('then'));
     log('main');
     export {};`,
    ['main', 'microtask', 'then', 'tick'],
  ],
  [
    'in a callback all ticks run first, with those that they queue, then all microtasks',
    `setTimeout(() => {
       queueMicrotask(() => log('microtask'));
       process.nextTick(() => {
         log('tick');
         queueMicrotask(() => log('microtask of a tick'));
         process.nextTick(() => log('tick of a tick'));
       });
       process.nextTick(() => log('second tick'));
     }, 1);`,
    ['tick', 'second tick', 'tick of a tick', 'microtask', 'microtask of a tick'],
  ],
  [
    'a tick that a microtask queues waits until no microtask is left',
    `setTimeout(() => {
       queueMicrotask(() => {
         process.nextTick(() => log('tick'));
         queueMicrotask(() => log('second'));
         log('first');
       });
     }, 1);`,
    ['first', 'second', 'tick'],
  ],
  [
    'a tick that throws leaves the others for later',
    `process.on('uncaughtException', (error) => log('caught', error.message));
     setTimeout(() => {
       process.nextTick(() => { throw new Error('tick'); });
       process.nextTick(() => log('second tick'));
       queueMicrotask(() => log('microtask'));
     }, 1);
     setTimeout(() => log('timer'), 1);`,
    ['caught tick', 'timer', 'second tick', 'microtask'],
  ],
  [
    'a microtask that throws leaves the others for later',
    `process.on('uncaughtException', (error) => log('caught', error.message));
     setTimeout(() => {
       queueMicrotask(() => { throw new Error('microtask'); });
       queueMicrotask(() => log('second'));
     }, 1);
     setTimeout(() => log('timer'), 1);`,
    ['caught microtask', 'second', 'timer'],
  ],
  [
    'a rejection that nobody handles is told once both queues are empty',
    `process.on('unhandledRejection', (reason) => log('unhandled', reason));
     setTimeout(() => {
       Promise.reject('it');
       const late = Promise.reject('handled in time');
       queueMicrotask(() => queueMicrotask(() => late.catch(() => log('handled'))));
       process.nextTick(() => log('tick'));
     }, 1);
     setTimeout(() => log('timer'), 1);`,
    ['tick', 'handled', 'unhandled it', 'timer'],
  ],
  [
    'a rejection that is handled after it was told is told again',
    `process.on('unhandledRejection', (reason) => log('unhandled', reason));
     process.on('rejectionHandled', () => log('handled after all'));
     const late = Promise.reject('it');
     setTimeout(() => late.catch(() => log('catch')), 1);`,
    ['unhandled it', 'catch', 'handled after all'],
  ],
  [
    'ticks and microtasks run with the store of where they were queued',
    `import { AsyncLocalStorage } from 'node:async_hooks';
     const store = new AsyncLocalStorage();
     store.run('mine', () => {
       process.nextTick(() => log('tick', store.getStore()));
       queueMicrotask(() => log('microtask', store.getStore()));
     });
     process.nextTick(() => log('outside', store.getStore()));`,
    ['microtask mine', 'tick mine', 'outside undefined'],
  ],
];

const poll: readonly LoopProgram[] = [
  [
    'messages come in the order in which they were sent, to whichever port',
    `const [one, two] = [new MessageChannel(), new MessageChannel()];
     one.port2.onmessage = ({ data }) => { log('one', data); if (data === 3) one.port2.close(); };
     two.port2.onmessage = ({ data }) => { log('two', data); two.port2.close(); };
     one.port1.postMessage(1);
     one.port1.postMessage(3);
     two.port1.postMessage(2);`,
    ['one 1', 'one 3', 'two 2'],
  ],
  [
    'an open port with a listener keeps the program alive, a closed one does not',
    `const { port1, port2 } = new MessageChannel();
     port2.onmessage = ({ data }) => log(data);
     setTimeout(() => { port1.postMessage('late'); setTimeout(() => port2.close(), 5); }, 5);`,
    ['late'],
  ],
  [
    'after an error in a message the next one comes',
    `process.on('uncaughtException', (error) => log('caught', error.message));
     const { port1, port2 } = new MessageChannel();
     port2.onmessage = ({ data }) => {
       if (data === 2) return port2.close();
       queueMicrotask(() => log('microtask'));
       throw new Error('message');
     };
     port1.postMessage(1);
     port1.postMessage(2);`,
    ['caught message', 'microtask'],
  ],
  [
    'a store that a message enters is not that of the next callback',
    `import { AsyncLocalStorage } from 'node:async_hooks';
     const store = new AsyncLocalStorage();
     const { port1, port2 } = new MessageChannel();
     port2.onmessage = ({ data }) => {
       log(data, store.getStore());
       store.enterWith(data);
       if (data === 2) port2.close();
     };
     port1.postMessage(1);
     port1.postMessage(2);`,
    ['1 undefined', '2 undefined'],
  ],
  [
    'beforeExit comes when nothing is left, and again after what it sets',
    `let left = 2;
     process.on('beforeExit', () => {
       log('before exit');
       if (left-- > 0) setTimeout(() => log('timer'), 1);
     });
     process.on('exit', () => log('exit'));`,
    ['before exit', 'timer', 'before exit', 'timer', 'before exit', 'exit'],
  ],
];

export const loopPrograms = [...immediates, ...timers, ...betweenTimers, ...taskQueues, ...poll];

/** The program, with what it prints by. */
export function withLog(source: string): string {
  return `const log = (...all: unknown[]) => console.log(all.map(String).join(' '));\n${source}\n`;
}
