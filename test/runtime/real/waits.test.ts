import { describe, expect, it } from 'vitest';
import type { TimedRecord } from '../../../src/runtime/real/record/records.ts';
import { withoutIdleWaits } from '../../../src/runtime/real/record/waits.ts';

const main = '1/0';
const worker = '1.1/0';
const suspend = (at: number, on: string, lane = main): TimedRecord => ({ e: 'suspend', at, lane, line: 4, on });
const resume = (at: number, lane = main): TimedRecord => ({ e: 'resume', at, lane, line: 4 });
const settle = (at: number, lane: string): TimedRecord => ({ e: 'settle', at, lane, how: 'return' });
const received = (at: number, lane = main): TimedRecord => ({ e: 'received', at, lane, text: 'ready' });
const print = (at: number): TimedRecord => ({ e: 'print', at, lane: main, line: 4, stream: 'stdout', text: 'a' });

/** What is left: the kind, the time and the words of each. */
const left = (...records: TimedRecord[]) =>
  withoutIdleWaits(records).map((one) =>
    [one.e, one.at, ...(one.e === 'suspend' && typeof one.on === 'string' ? [one.on] : [])].join(' '),
  );

describe('waits that tell nothing', () => {
  it('one that was over at once is none, unless it is a sleep', () => {
    expect(left(suspend(1, 'lock'), resume(1.5))).toEqual([]);
    expect(left(suspend(1, 'sleep(0)'), resume(1.5))).toHaveLength(2);
  });

  it('a lane that looks and waits again has one wait, which says so', () => {
    const records = [suspend(0, 'sleep(1)'), resume(10), suspend(11, 'sleep(1)'), received(15), resume(20)];
    expect(left(...records)).toEqual(['suspend 0 sleep(1), again and again', 'received 15', 'resume 20']);
  });

  it('a look that prints, waits for something else or takes long is told', () => {
    for (const between of [
      [resume(10), print(11), suspend(12, 'sleep(1)')],
      [resume(10), suspend(11, 'sleep(2)')],
      [resume(10), suspend(40, 'sleep(1)')],
    ])
      expect(left(suspend(0, 'sleep(1)'), ...between, resume(50))).toHaveLength(between.length + 2);
  });

  it('the event loop of a Worker that ends soon after its module is not told, of one that waits on it is', () => {
    expect(left(suspend(1, 'event loop', worker), received(2, worker), settle(4, worker))).toEqual([
      'received 2',
      'settle 4',
    ]);
    expect(left(suspend(1, 'event loop', worker), settle(90, worker))).toHaveLength(2);
  });
});
