import { describe, expect, it } from 'vitest';
import { merged } from '../../../src/runtime/real/record/merge.ts';
import type { LiveRecord } from '../../../src/runtime/real/record/records.ts';

const hello = (p: string, at: number, wall: number, program = false): LiveRecord => ({
  e: 'process',
  p,
  at,
  wall,
  program,
});
const resume = (strand: string, at: number): LiveRecord => ({ e: 'resume', strand, line: 1, at });
const suspend = (strand: string, at: number): LiveRecord => ({
  e: 'suspend',
  strand,
  line: 1,
  on: { kind: 'pool' },
  at,
});
const print = (strand: string, at: number, text: string): LiveRecord => ({
  e: 'print',
  strand,
  line: 1,
  stream: 'stdout',
  text,
  at,
});
const settle = (strand: string, at: number): LiveRecord => ({ e: 'settle', strand, how: 'return', at });
const line = (text: string, at = 1) => ({ at, stream: 'stdout', text }) as const;

/** What happened, in order: kind, then strand or text. */
const order = (streams: LiveRecord[][], ...lines: ReturnType<typeof line>[]) =>
  merged(streams, lines, 0).map((one) => `${one.e} ${'text' in one ? one.text : 'strand' in one ? one.strand : one.p}`);

describe('the records of several processes', () => {
  const start = [hello('1', 1000, 9000, true), resume('1/0', 1000)];

  it('come by their clock, in ms since the program started, never back', () => {
    const moments = merged(
      [
        [...start, settle('1/0', 9000)],
        [hello('2', 4000, 12_000), resume('2/0', 3900)],
      ],
      [],
      0,
    );
    expect(moments.map(({ e, at }) => `${e} ${at}`)).toEqual([
      'process 0',
      'resume 0',
      'process 3',
      'resume 3',
      'settle 8',
    ]);
  });

  it('of a process with a clock of its own are shifted by what its calendar clock says', () => {
    const [, , other] = merged([start, [hello('2', 70_000_000, 12_000)]], [], 0);
    expect(other?.at).toBe(3);
  });

  it('prints come as the lines came out, and a strand ends after its last line', () => {
    const streams = [
      [...start, print('1/0', 5000, 'main')],
      [hello('1.1', 2000, 10_000), print('1.1/0', 3000, 'worker'), settle('1.1/0', 4000)],
    ];
    const after = order(streams, line('main'), line('worker')).slice(3);
    expect(after).toEqual(['print main', 'print worker', 'settle 1.1/0']);
  });

  it('a line that nobody told of stands where it came', () => {
    expect(order([[...start, settle('1/0', 9000)]], line('other', 4))).toEqual([
      'process 1',
      'resume 1/0',
      'line other',
      'settle 1/0',
    ]);
  });

  it('a wait in which nothing else happens is none, unless it is long', () => {
    const wait = (end: number) => order([[...start, suspend('1/0', 2000), resume('1/0', end)]]).slice(2);
    expect(wait(2100)).toEqual([]);
    expect(wait(4000)).toEqual(['suspend 1/0', 'resume 1/0']);
  });
});
