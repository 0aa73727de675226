import { describe, expect, it } from 'vitest';
import type { LiveRecord, LiveWait } from '../../../src/runtime/real/record/records.ts';
import { withoutIdleWaits } from '../../../src/runtime/real/record/waits.ts';

const main = '1/0';
const worker = '1.1/0';
const suspend = (at: number, on: LiveWait, strand = main): LiveRecord => ({ e: 'suspend', at, strand, line: 4, on });
const resume = (at: number, strand = main): LiveRecord => ({ e: 'resume', at, strand, line: 4 });
const settle = (at: number, strand: string): LiveRecord => ({ e: 'settle', at, strand, how: 'return' });
const received = (at: number, strand = main): LiveRecord => ({ e: 'received', at, strand, text: 'ready' });
const print = (at: number): LiveRecord => ({ e: 'print', at, strand: main, line: 4, stream: 'stdout', text: 'a' });

const sleep = (seconds: number): LiveWait => ({ kind: 'sleep', ms: seconds * 1000 });
const eventLoop: LiveWait = { kind: 'runs', what: 'event loop' };

/** What is left: the kind and the time of each, and whether its wait is begun again and again. */
const left = (...records: LiveRecord[]) =>
  withoutIdleWaits(records).map((one) => {
    const isRepeated = one.e === 'suspend' && 'repeated' in one.on && one.on.repeated;
    return [one.e, one.at, ...(isRepeated ? ['again and again'] : [])].join(' ');
  });

describe('waits that tell nothing', () => {
  it('one that was over at once is none, unless it is a sleep', () => {
    expect(left(suspend(1, { kind: 'lock', lock: '1:1' }), resume(1.5))).toEqual([]);
    expect(left(suspend(1, { kind: 'turn' }), resume(1.5))).toHaveLength(2);
  });

  it('a strand that looks and waits again has one wait, which says so', () => {
    const records = [suspend(0, sleep(1)), resume(10), suspend(11, sleep(1)), received(15), resume(20)];
    expect(left(...records)).toEqual(['suspend 0 again and again', 'received 15', 'resume 20']);
  });

  it('a look that prints, waits for something else or takes long is told', () => {
    for (const between of [
      [resume(10), print(11), suspend(12, sleep(1))],
      [resume(10), suspend(11, sleep(2))],
      [resume(10), suspend(40, sleep(1))],
    ])
      expect(left(suspend(0, sleep(1)), ...between, resume(50))).toHaveLength(between.length + 2);
  });

  it('the event loop of a Worker that ends soon after its module is not told, of one that waits on it is', () => {
    expect(left(suspend(1, eventLoop, worker), received(2, worker), settle(4, worker))).toEqual([
      'received 2',
      'settle 4',
    ]);
    expect(left(suspend(1, eventLoop, worker), settle(90, worker))).toHaveLength(2);
  });
});
