// Programs of tasks that sleep, print and start others, for both event loops.
import fc from 'fast-check';
import type { Choose } from '../../../src/explore/decision.ts';
import type { LoopClock } from './concrete-clock.ts';
import { Loop, sleep, Task } from './asyncio.ts';
import type { Coroutine } from './asyncio.ts';
import { Node } from './node-timers.ts';

type Step =
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: 'print' }
  | { readonly kind: 'start'; readonly task: TimedTask };

export interface TimedTask {
  readonly name: string;
  readonly steps: readonly Step[];
}

const ms = 1000;

/** What the tasks print, on asyncio: each print is the name of its task and a number. */
export function onAsyncio(tasks: readonly TimedTask[], clock: LoopClock, choose: Choose): string {
  const loop = new Loop(clock, choose);
  const printed: string[] = [];
  function* body({ name, steps }: TimedTask): Coroutine {
    for (const [index, step] of steps.entries()) {
      if (step.kind === 'sleep') yield* sleep(loop, step.ms * ms);
      else if (step.kind === 'print') printed.push(`${name}${index}`);
      else new Task(loop, body(step.task));
    }
  }
  for (const task of tasks) new Task(loop, body(task));
  loop.run();
  return printed.join(' ');
}

/** The same on Node: a task is an async function, whose sleep is a timer that resolves a promise. */
export function onNode(tasks: readonly TimedTask[], clock: LoopClock): string {
  const node = new Node(clock);
  const printed: string[] = [];
  const go = ({ name, steps }: TimedTask, from: number): void => {
    for (const [index, step] of steps.entries()) {
      if (index < from) continue;
      if (step.kind === 'print') printed.push(`${name}${index}`);
      else if (step.kind === 'start') go(step.task, 0);
      else {
        node.setTimeout(() => node.queueMicrotask(() => go({ name, steps }, index + 1)), step.ms);
        return;
      }
    }
  };
  node.run(() => {
    for (const task of tasks) go(task, 0);
  });
  return printed.join(' ');
}

const sleepStep = fc.constantFrom(10, 20, 30).map((time): Step => ({ kind: 'sleep', ms: time }));
const printStep = fc.constant<Step>({ kind: 'print' });

const plainTask = (name: string): fc.Arbitrary<TimedTask> =>
  fc.array(fc.tuple(sleepStep, printStep), { minLength: 1, maxLength: 2 }).map((all) => ({ name, steps: all.flat() }));

/** Two tasks that sleep and print, of which the first may start a third; at most five timers. */
export const timedPrograms: fc.Arbitrary<readonly TimedTask[]> = fc
  .tuple(plainTask('a'), plainTask('b'), fc.option(fc.tuple(plainTask('c'), fc.nat(2))))
  .map(([first, second, third]) => {
    if (!third) return [first, second];
    const [task, at] = third;
    return [{ ...first, steps: first.steps.toSpliced(at, 0, { kind: 'start', task }) }, second];
  })
  .filter((tasks) => countSleeps(tasks) <= 5);

function countSleeps(tasks: readonly TimedTask[]): number {
  return tasks
    .flatMap(({ steps }) => steps)
    .reduce((sum, step) => {
      return sum + (step.kind === 'sleep' ? 1 : step.kind === 'start' ? countSleeps([step.task]) : 0);
    }, 0);
}
