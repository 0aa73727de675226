// Why a strand runs, in the few English words that a caption has room for.
import type { ReasonWords } from '../catalogue.ts';
import { atLine, timerOf } from './names.ts';

export const reasons: ReasonWords = {
  by: {
    called: (by, line) => `called by ${by}${atLine(line)}`,
    resumed: (by, line) => `resumed by ${by}${atLine(line)}`,
    scheduled: (by, line) => `scheduled by ${by}${atLine(line)}`,
    started: (by) => `started by ${by}`,
  },
  programStarts: 'the program starts',
  settledAlready: 'what it awaited was settled already',
  awaited: (state) => `what it awaits is ${state}`,
  promise: (promise, state) => `${promise} is ${state}`,
  slept: 'its sleep is over',
  ended: (strand) => `${strand} has ended`,
  message: (from) => `a message from ${from} has come`,
  cancelled: (by = 'the engine', line) => `its cancellation was asked for by ${by}${atLine(line)}`,
  queue: {
    micro: () => 'its microtask is next',
    nextTick: () => 'its nextTick callback is next',
    timers: (delay) => `${timerOf(delay)} is due`,
    immediates: () => 'its immediate is next',
    poll: () => 'its message has arrived',
    ready: () => 'its turn in the ready queue has come',
    hub: () => 'the hub switches to it',
  },
};
