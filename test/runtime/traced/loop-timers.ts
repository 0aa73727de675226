// Programs about the timers of Node's event loop, as those of loop-programs.ts, which lists them with the others.

export type LoopProgram = readonly [rule: string, source: string, printed: readonly string[]];

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

export const betweenTimers: readonly LoopProgram[] = [
  [
    'a timer that a microtask between two of its list clears does not run',
    `setTimeout(() => {
       log('first');
       queueMicrotask(() => clearTimeout(second));
     }, 5);
     const second = setTimeout(() => log('second'), 5);
     setTimeout(() => log('third'), 5);`,
    ['first', 'third'],
  ],
  [
    'microtasks run between two lists that are due together',
    `setTimeout(() => {
       log('of 5');
       queueMicrotask(() => log('microtask'));
     }, 5);
     setTimeout(() => log('of 6'), 6);
     while (performance.now() < 60);`,
    ['of 5', 'microtask', 'of 6'],
  ],
  [
    'a timeout that is refreshed in its own callback waits once more',
    `let runs = 0;
     const timer = setTimeout(() => {
       log(++runs);
       if (runs < 3) timer.refresh();
     }, 5);`,
    ['1', '2', '3'],
  ],
  [
    'such a timeout can still be cleared by its number',
    `let runs = 0;
     const timer = setTimeout(() => {
       log(++runs);
       timer.refresh();
       setImmediate(() => clearTimeout(+timer));
     }, 5);`,
    ['1'],
  ],
  [
    'an interval that is refreshed in its own callback comes once in each round',
    `let runs = 0;
     const interval = setInterval(() => {
       log(++runs);
       interval.refresh();
       if (runs === 3) clearInterval(interval);
     }, 5);`,
    ['1', '2', '3'],
  ],
];
