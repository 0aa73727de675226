// A cancellation is asked for by somebody, in a line, with a message (Task.cancel and Task.uncancel of Lib/asyncio/tasks.py,
// Greenlet.kill and killall of gevent/greenlet.py), and "Why?" leads to who asked.
import { beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { findCpython } from '../../../src/runtime/cpython/cpython.ts';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import { causesOf } from '../../../src/trace/narrate/causes.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { noCpython } from '../../cpython.ts';
import { eventsOf } from './events-of.ts';

const root = courseRoot();
const withGevent = await findCpython(root, ['gevent']).then(
  () => true,
  () => false,
);

const told = (events: readonly TraceEvent[]) =>
  captionsOf(events).filter((_, index) => events[index]?.kind === 'cancellation');

describe.skipIf(noCpython)('of tasks', () => {
  let events: readonly TraceEvent[];
  beforeAll(async () => {
    events = await eventsOf('cancellation.py');
  });

  it('says who asks, where and with which message, and is passed on to what the task awaits', () => {
    expect(told(events).slice(0, 2)).toEqual([
      "task main asks task outer to be cancelled, with the message 'enough' at line 18",
      "task main asks task work to be cancelled, with the message 'enough' at line 18",
    ]);
  });

  it('of a time limit is asked for by the engine, and taken back where the limit ends (asyncio/timeouts.py)', () => {
    expect(told(events).slice(2, 4)).toEqual([
      'the engine asks task main to be cancelled',
      'task main takes back one request to cancel task main at line 24',
    ]);
  });

  it('of what is left at the end is asked for by the main program (asyncio/runners.py, _cancel_all_tasks)', () => {
    expect(told(events).slice(4)).toEqual(['the main program asks task left to be cancelled at line 32']);
  });

  it('is why its task goes on with an exception', () => {
    expect(causesOf(events, 1)?.slice(0, 2)).toEqual([
      '"cleanup" was printed by task work at line 8.',
      'task work resumed at line 6 with an exception, for its cancellation was asked for by task main at line 18.',
    ]);
  });
});

describe.skipIf(!withGevent)('of greenlets', () => {
  it('says who kills which', async () => {
    expect(told(await eventsOf('kills.py', 'gevent'))).toEqual([
      'main asks greenlet work #1 to be cancelled at line 11',
      'main asks greenlet work #2 to be cancelled at line 12',
      'main asks greenlet work #3 to be cancelled at line 12',
    ]);
  });
});
