// What a trace says of a strand that waits inside of another one, of a generator that is closed (PEP 342, PEP 525: close() throws
// GeneratorExit into it) and of what gevent's hub itself does.
import { beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { findCpython } from '../../../src/runtime/cpython/cpython.ts';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { noCpython } from '../../cpython.ts';
import { eventsOf } from './events-of.ts';

const withGevent = await findCpython(courseRoot(), ['gevent']).then(
  () => true,
  () => false,
);

describe.skipIf(noCpython)('a generator', () => {
  let events: readonly TraceEvent[];
  beforeAll(async () => {
    events = await eventsOf('async-generators.py');
  });
  const told = (kind: TraceEvent['kind']) => captionsOf(events).filter((_, index) => events[index]?.kind === kind);

  it('that sleeps says so, and whoever wants its next value waits for it', () => {
    expect(told('suspend').slice(2, 5)).toEqual([
      'async generator ticks suspends at line 5: it sleeps for 0.1 s',
      'async generator twice suspends at line 11: it awaits async generator ticks',
      'task main suspends at line 17: it awaits async generator twice',
    ]);
  });

  it('that is closed ends by that, and not by an error', () => {
    expect(told('settle').slice(0, 2)).toEqual(['generator plain is closed', 'async generator twice is closed']);
  });
});

it.skipIf(!withGevent)(
  'a greenlet that a link starts is made by the engine, not by the one that has ended',
  async () => {
    const events = await eventsOf('links.py', 'gevent');
    const created = captionsOf(events).filter((_, index) => events[index]?.kind === 'create');
    expect(created).toEqual(['main creates greenlet work', 'the engine creates greenlet done']);
  },
);
