// Programs whose order rests on one rule of Node's event loop each, with what they print: the engine is held to it by
// loop.test.ts, Node itself by loop-native.test.ts. `log` prints.

export type LoopProgram = readonly [rule: string, source: string, printed: readonly string[]];

export const immediates: readonly LoopProgram[] = [
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

export const timers: readonly LoopProgram[] = [
  [
    'timers of one delay run in the order in which they were set, with microtasks after each',
    `for (const name of ['a', 'b', 'c']) setTimeout(() => {
       log(name);
       queueMicrotask(() => log('after', name));
     }, 10);`,
    ['a', 'after a', 'b', 'after b', 'c', 'after c'],
  ],
  [
    'a delay is cut to whole ms; one under 1, above 2 ** 31 - 1 or no number is 1',
    `process.removeAllListeners('warning');
     process.on('warning', () => {});
     setTimeout(() => log('90'), 90);
     setTimeout(() => log('60.9'), 60.9);
     setTimeout(() => log('text'), '60');
     for (const delay of [0, -5, NaN, 'soon', undefined, null, 0.5, {}]) setTimeout(() => log(String(delay)), delay);`,
    ['0', '-5', 'NaN', 'soon', 'undefined', 'null', '0.5', '[object Object]', '60.9', 'text', '90'],
  ],
  [
    'the longest delay that Node keeps is not 1',
    `const long = setTimeout(() => log('long'), 2 ** 31 - 1);
     setTimeout(() => { log('2'); clearTimeout(long); }, 2);`,
    ['2'],
  ],
  [
    'a timer is cleared by itself, by its number and by the text of its number',
    `const [a, b, c] = ['a', 'b', 'c'].map((name) => setTimeout(() => log(name), 5));
     setTimeout(() => log('d'), 5);
     clearTimeout(a);
     clearTimeout(+b);
     clearTimeout(String(+c));
     clearTimeout(undefined);
     clearTimeout(null);
     clearTimeout(99999);`,
    ['d'],
  ],
  [
    'a timer that an earlier one of its list clears does not run',
    `setTimeout(() => { log('first'); clearTimeout(second); }, 5);
     const second = setTimeout(() => log('second'), 5);
     setTimeout(() => log('third'), 5);`,
    ['first', 'third'],
  ],
  [
    'clearInterval clears a timeout, clearTimeout an interval',
    `clearInterval(setTimeout(() => log('timeout'), 1));
     clearTimeout(setInterval(() => log('interval'), 1));
     log('end');`,
    ['end'],
  ],
  [
    'an interval goes on until it is cleared, also in its own callback',
    `let left = 3;
     const interval = setInterval(() => {
       log(left);
       if (--left === 0) clearInterval(interval);
     }, 5);
     setTimeout(() => log('between'), 12);`,
    ['3', '2', 'between', '1'],
  ],
  [
    'an interval that throws goes on',
    `process.on('uncaughtException', (error) => log(error.message));
     let count = 0;
     const interval = setInterval(() => {
       if (++count === 2) clearInterval(interval);
       throw new Error('round ' + count);
     }, 5);`,
    ['round 1', 'round 2'],
  ],
  [
    'after an error the next timer runs before the microtasks',
    `process.on('uncaughtException', (error) => log('caught', error.message));
     setTimeout(() => {
       queueMicrotask(() => log('microtask'));
       throw new Error('first');
     }, 5);
     setTimeout(() => log('second'), 5);
     setTimeout(() => log('third'), 5);`,
    ['caught first', 'second', 'microtask', 'third'],
  ],
  [
    'a timer without ref ends with the program; with ref again it keeps it alive',
    `setTimeout(() => log('never'), 400).unref();
     const kept = setTimeout(() => log('kept', kept.hasRef()), 80).unref();
     log(kept.hasRef());
     kept.ref();
     setTimeout(() => log('first'), 10);`,
    ['false', 'first', 'kept true'],
  ],
  [
    'a timer without ref runs where another keeps the program alive that long',
    `setTimeout(() => log('without ref'), 5).unref();
     setTimeout(() => log('with ref'), 10);`,
    ['without ref', 'with ref'],
  ],
  [
    'refresh lets a timer wait again from now on, also once it has run, but not once it is cleared',
    `let runs = 0;
     const timer = setTimeout(() => log('run', ++runs), 10);
     const cleared = setTimeout(() => log('cleared'), 1);
     clearTimeout(cleared);
     cleared.refresh();
     setTimeout(() => timer.refresh(), 5);
     setTimeout(() => log('at 12'), 12);
     setTimeout(() => timer.refresh(), 30);
     setTimeout(() => log('at 38'), 38);`,
    ['at 12', 'run 1', 'at 38', 'run 2'],
  ],
  [
    'a timer runs with the store of where it was set, and leaves none behind',
    `import { AsyncLocalStorage } from 'node:async_hooks';
     const store = new AsyncLocalStorage();
     store.run('mine', () => setTimeout(() => log('inside', store.getStore()), 5));
     setTimeout(() => log('outside', store.getStore()), 5);`,
    ['inside mine', 'outside undefined'],
  ],
  [
    'a timer set to 0 in a timer waits for the next turn',
    `setTimeout(() => {
       setTimeout(() => log('next turn'), 0);
       setImmediate(() => log('immediate'));
     }, 5);
     setTimeout(() => log('same turn'), 5);`,
    ['same turn', 'immediate', 'next turn'],
  ],
];

export const taskQueues: readonly LoopProgram[] = [
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

export const poll: readonly LoopProgram[] = [
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

export const loopPrograms = [...immediates, ...timers, ...taskQueues, ...poll];

/** The program, with what it prints by. */
export function withLog(source: string): string {
  return `const log = (...all: unknown[]) => console.log(all.map(String).join(' '));\n${source}\n`;
}
