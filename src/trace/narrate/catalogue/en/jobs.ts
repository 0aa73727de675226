// What a job does, in English.
import type { JobWords } from '../catalogue.ts';
import { atLine, inMs } from './names.ts';

export const jobs: JobWords = {
  unknown: 'a job',
  start: (strand) => `start ${strand}`,
  resume: (strand, line) => `resume ${strand}${atLine(line)}`,
  callback: {
    microtask: 'microtask callback',
    nextTick: 'nextTick callback',
    timer: 'timer',
    interval: 'interval',
    immediate: 'immediate',
    message: 'message',
  },
  call: (name = 'a function') => `call ${name}`,
  reaction: { call: 'then callback', value: 'pass the value on by then', error: 'pass the error on by then' },
  adopt: {
    then: (promise, adopted) => `let ${promise} adopt ${adopted}`,
    result: (promise, adopted) => `give the result of ${adopted} to ${promise}`,
  },
  combine: {
    collect: (call) => `collect a result for ${call}`,
    settle: (call) => `settle ${call}`,
  },
  answer: (strand) => `answer return() of ${strand}`,
  engine: {
    'end of main': 'end of the main program',
    module: 'load a module',
    'end of loop': 'end of the event loop',
    'then of object': 'call the then method of an object',
    'value of iterator': 'take the value of a sync iterator',
    'listener error': 'an error of an event listener',
    'result past finally': 'pass the result on by finally',
    'result past timers': 'pass the result of timers/promises on',
    'result past disposal': 'pass on that the disposal is over',
    sleep: 'end of sleep',
    'time limit': 'time limit',
    gather: 'gather: one is done',
    wait: 'wait: one is done',
    'task group': 'task group: one is done',
    'shielded task': 'shield: the task is done',
    shield: 'shield: the future is done',
    'thread result': 'result of a thread',
    message: 'arrival of a message',
    'cancellation check': 'look whether it was cancelled',
    waiters: 'tell those who wait',
    'thread news': 'news from a thread',
    'queue waiters': 'look who waits for the queue',
  },
  engineFor: (task, strand) => `${task} of ${strand}`,
  due: (job, ms) => `${job}, due at ${inMs(ms)}`,
};
