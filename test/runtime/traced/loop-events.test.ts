// What the queues of the loop tell a tracer: each job once when it is queued, and once when it runs or is cleared.
import { expect, test } from 'vitest';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { recorder } from '../../../src/trace/recorder.ts';
import { traced } from './traced.ts';

/** The events of one queue, its jobs numbered in the order in which they were queued. */
function told(queue: string, source: string): string[] {
  const { tracer, events } = recorder();
  traced(source, { tracer });
  const jobs: number[] = [];
  return events.flatMap((event: TraceEvent) => {
    if (event.kind !== 'enqueue' && event.kind !== 'dequeue' && event.kind !== 'cancel') return [];
    if (event.queue !== queue) return [];
    if (event.kind === 'enqueue') jobs.push(event.job);
    return [`${event.kind} ${jobs.indexOf(event.job) + 1}`];
  });
}

test('an immediate is told when it is set, and when it runs or is cleared before that', () => {
  const source = `
    const first = setImmediate(() => {
      clearImmediate(second);
      clearImmediate(second);
      clearImmediate(first);
      setImmediate(() => clearImmediate(first));
    });
    const second = setImmediate(() => {});
    const third = setImmediate(() => {});
    clearImmediate(third);
    clearImmediate(third);`;
  expect(told('immediates', source)).toEqual([
    ...['enqueue 1', 'enqueue 2', 'enqueue 3', 'cancel 3', 'dequeue 1', 'cancel 2', 'enqueue 4', 'dequeue 4'],
  ]);
});

test('the immediate by which Node goes on after an error is not told', () => {
  const source = `
    process.on('uncaughtException', () => {});
    setTimeout(() => { throw new Error('timer'); }, 1);`;
  expect(told('immediates', source)).toEqual([]);
  expect(told('timers', source)).toEqual(['enqueue 1', 'dequeue 1']);
});

test('each round of an interval is a job of its own, the last one is cleared', () => {
  const source = `
    let left = 2;
    const interval = setInterval(() => { if (--left < 0) clearInterval(interval); }, 1);
    setTimeout(() => { clearInterval(interval); clearInterval(interval); }, 2);`;
  expect(told('timers', source)).toEqual([
    ...['enqueue 1', 'enqueue 2', 'dequeue 1', 'enqueue 3', 'dequeue 2', 'cancel 3'],
  ]);
});

test('ticks and microtasks are told as they are queued and as they run', () => {
  const source = `
    setTimeout(() => {
      process.nextTick(() => process.nextTick(() => {}));
      process.nextTick(() => {});
      queueMicrotask(() => queueMicrotask(() => {}));
      queueMicrotask(() => {});
    }, 1);`;
  expect(told('nextTick', source)).toEqual([
    ...['enqueue 1', 'enqueue 2', 'dequeue 1', 'enqueue 3', 'dequeue 2', 'dequeue 3'],
  ]);
  // the first microtask is the end of the module's body
  expect(told('micro', source)).toEqual([
    ...['enqueue 1', 'dequeue 1', 'enqueue 2', 'enqueue 3', 'dequeue 2', 'enqueue 4', 'dequeue 3', 'dequeue 4'],
  ]);
});

test('messages are told as they are sent and as they arrive', () => {
  const source = `
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }) => { if (data === 2) port2.close(); };
    port1.postMessage(1);
    port1.postMessage(2);`;
  expect(told('poll', source)).toEqual(['enqueue 1', 'enqueue 2', 'dequeue 1', 'dequeue 2']);
});
