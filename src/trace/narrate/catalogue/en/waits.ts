// For what a strand waits, in English.
import type { WaitClause, WaitWords } from '../catalogue.ts';
import { list } from './names.ts';

export const waits: WaitWords = {
  yield: it('yields'),
  turn: it('gives way once, by sleep(0)'),
  sleep: (ms) => it(ms === undefined ? 'sleeps' : `sleeps for ${ms / 1000} s`),
  await: {
    value: it('awaits a value that is no promise'),
    thenable: it('awaits an object with a then method'),
    promise: it('awaits a promise'),
    future: it('awaits a future'),
  },
  promise: (name = 'a promise', state) =>
    it(state === 'pending' ? `awaits ${name}` : `awaits ${name}, which is ${state} already`),
  strand: { await: (name) => it(`awaits ${name}`), join: waitsFor },
  group: {
    'Promise.all': awaitsAll('Promise.all'),
    'Promise.allSettled': awaitsAll('Promise.allSettled'),
    'Promise.any': awaitsAll('Promise.any'),
    'Promise.race': awaitsAll('Promise.race'),
    gather: () => it('awaits all that it gathers'),
    'task group': () => it('waits for the tasks of its group'),
  },
  syncObject: waitsFor,
  event: (name) => waitsFor(`event ${name}`),
  call: (name) => it(`waits in ${name}()`),
  pool: waitsFor('a job of the pool'),
  atomics: (ms) => it(`blocks in Atomics.wait${ms === undefined ? '' : `, for ${ms} ms at most`}`),
  runs: {
    'event loop': meanwhile('the event loop runs'),
    hub: meanwhile('the hub runs'),
    'another greenlet': meanwhile('another greenlet runs'),
  },
  repeated: ({ said, does }) => ({ said: again(said), does: again(does) }),
};

function it(does: string): WaitClause {
  return { said: `it ${does}`, does };
}

function meanwhile(said: string): WaitClause {
  return { said, does: `waits while ${said}` };
}

function waitsFor(name: string): WaitClause {
  return it(`waits for ${name}`);
}

function awaitsAll(call: string): (strands: readonly string[]) => WaitClause {
  return (strands) => it(strands.length === 0 ? `awaits ${call}` : `awaits ${call}: ${list(strands)}`);
}

function again(wait: string): string {
  return `${wait}, again and again`;
}
