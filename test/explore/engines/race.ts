// Two shops are asked, the slow one first; main takes the first answer, calls the other off, and counts what was sold.
import type { Choose } from '../../../src/explore/decision.ts';
import { Cancelled, Loop, sleep, Task, wait } from './asyncio.ts';
import type { Coroutine } from './asyncio.ts';
import type { LoopClock } from './concrete-clock.ts';
import { Node } from './node-timers.ts';

const shops = [
  ['south', 150],
  ['north', 50],
] as const;

/**
 * On asyncio, with wait(FIRST_COMPLETED), whose `done` is a set: which of two it gives first depends on their addresses. `sets` says
 * whether that is a choice; otherwise it is the first of the list.
 */
export function raceOnAsyncio(sets: boolean): (clock: LoopClock, choose: Choose) => string {
  return (clock, choose) => {
    const loop = new Loop(clock, choose);
    const printed: string[] = [];
    let sold = 0;
    function* buy(shop: string, ms: number): Coroutine {
      try {
        yield* sleep(loop, ms * 1000);
      } catch (error) {
        if (error instanceof Cancelled) printed.push(`${shop} off`);
        throw error;
      }
      sold++;
      printed.push(`${shop} sold`);
    }
    function* main(): Coroutine {
      const tasks = shops.map(([shop, ms]) => ({ shop, task: new Task(loop, buy(shop, ms)) }));
      const all = tasks.map(({ task }) => task);
      yield* wait(loop, all, 1);
      const done = tasks.filter(({ task }) => task.state !== 'pending');
      const pending = tasks.filter(({ task }) => task.state === 'pending');
      const popped = sets && done.length > 1 ? loop.choose({ cause: 'sets', options: 2 }) : 0;
      printed.push(`main ${done[popped]?.shop ?? ''}`);
      for (const { task } of pending) task.cancel();
      yield* wait(loop, all, 2);
      printed.push(`${sold}`);
    }
    new Task(loop, main());
    loop.run();
    return printed.join(', ');
  };
}

/** On Node, with Promise.race and clearTimeout: the jobs of the first answer run before the next timer. */
export function raceOnNode(clock: LoopClock): string {
  const node = new Node(clock);
  const printed: string[] = [];
  let sold = 0;
  node.run(() => {
    const clears: (() => void)[] = [];
    let isOver = false;
    const settle = (shop: string): void => {
      if (isOver) return;
      isOver = true;
      printed.push(`main ${shop}`);
      for (const clear of clears) clear();
      printed.push(`${sold}`);
    };
    for (const [shop, ms] of shops) {
      const clear = node.setTimeout(() => {
        node.queueMicrotask(() => {
          sold++;
          printed.push(`${shop} sold`);
          node.queueMicrotask(() => settle(shop));
        });
      }, ms);
      clears.push(clear);
    }
  });
  return printed.join(', ');
}
