// Atomics.waitAsync: a promise that a notify of another thread settles, or its time limit. It keeps no loop alive, as in Node.
import type { Environment } from '../../engine/environment.ts';
import type { Turns } from '../../threads/turns.ts';
import { timerSetter } from '../timers.ts';

export function waitAsync(environment: Environment, turns: Turns, cell: string, ms: number): object {
  const { promise, resolve } = environment.promises.newPromiseCapability();
  const token = environment.core.nextJob();
  environment.woken.set(token, () => resolve('ok'));
  turns.ask({ do: 'wait async', cell, token });
  if (ms < Infinity) {
    const expire = () => {
      if (!environment.woken.delete(token)) return;
      turns.ask({ do: 'forget wait', token });
      resolve('timed-out');
    };
    timerSetter(environment, 'limit')(expire, ms);
  }
  return promise;
}
