// The trace of a run by turns: what each strand did and where the run left the usual way; and tracing changes nothing of the run.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deviationsOf } from '../../../src/explore/decision.ts';
import type { Deviation, Run } from '../../../src/explore/decision.ts';
import type { Schedule } from '../../../src/explore/schedule.ts';
import { traceSchema } from '../../../src/trace/events.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { traceTurns } from '../../../src/runtime/turns/trace.ts';
import type { ThreadOutcome } from '../../../src/runtime/turns/answers.ts';
import { noCpython } from '../../cpython.ts';
import { root } from '../programs.ts';
import { threadPrograms } from './course-programs.ts';
import { corpus } from './recorded.ts';
import { programs, run, usual } from './runs.ts';

const write = programs();

const asProgram = (file: string) => ({ file, path: file, language: 'py', needs: ['threads'], text: '' }) as const;

async function eventsOf(file: string, deviations: readonly Deviation[] = []): Promise<readonly TraceEvent[]> {
  const trace = await traceTurns(root, asProgram(file), { model: 'any', schedule: { deviations } });
  if ('refused' in trace) throw trace.refused;
  return traceSchema.parse(trace).events;
}

const counting = `import threading
n = 0
def work():
    global n
    n += 1
thread = threading.Thread(target=work, name="worker")
thread.start()
n += 1
thread.join()
print(n)
`;

describe.skipIf(noCpython)('a trace', () => {
  it('has each line of each strand, beginnings, waits, ends and prints', async () => {
    const lines = (strand: number, ...numbers: number[]) =>
      numbers.map((line) => ({ kind: 'line', at: 0, strand, line }));
    expect(await eventsOf(write(counting))).toEqual([
      { kind: 'resume', at: 0, strand: 0, line: 0 },
      ...lines(0, 1, 2, 3, 6, 7),
      { kind: 'create', at: 0, strand: 1, strandKind: 'thread', name: 'worker', line: 7, by: 0 },
      { kind: 'resume', at: 0, strand: 1, line: 3 },
      ...lines(1, 4, 5),
      { kind: 'settle', at: 0, strand: 1, how: 'return' },
      ...lines(0, 8, 9, 10),
      { kind: 'print', at: 0, strand: 0, line: 10, stream: 'stdout', text: '2' },
      { kind: 'settle', at: 0, strand: 0, how: 'return' },
      { kind: 'exit', at: 0, code: 0 },
    ]);
  });

  it('says where the run left the usual way, and who could go on', async () => {
    const events = await eventsOf(write(counting), [{ at: 1, take: 1 }]);
    expect(events.filter(({ kind }) => kind === 'decision' || kind === 'print')).toEqual([
      {
        kind: 'decision',
        at: 0,
        cause: 'threads',
        options: [
          { kind: 'strand', strand: 1, line: 5 },
          { kind: 'strand', strand: 0, line: 7 },
        ],
        chosen: 1,
        usual: 0,
      },
      { kind: 'print', at: 0, strand: 0, line: 10, stream: 'stdout', text: '1' },
    ]);
  });

  it('says who waits for what, on virtual time, and what is handed on', async () => {
    const file = write(`import queue, threading, time
jobs = queue.Queue()
def work():
    print(jobs.get())
thread = threading.Thread(target=work)
thread.start()
time.sleep(0.5)
jobs.put("job")
thread.join()
`);
    const shared = (await eventsOf(file)).filter(({ kind }) => ['suspend', 'channel', 'print'].includes(kind));
    expect(shared).toEqual([
      { kind: 'channel', at: 0, strand: 1, line: 4, name: 'queue jobs', channel: 1, how: 'wait' },
      { kind: 'suspend', at: 0, strand: 1, line: 4, on: { kind: 'channel', channel: 1, how: 'get' } },
      { kind: 'suspend', at: 0, strand: 0, line: 7, on: { kind: 'sleep', ms: 500 } },
      { kind: 'channel', at: 500, strand: 0, line: 8, name: 'queue jobs', channel: 1, how: 'put', item: "'job'" },
      { kind: 'suspend', at: 500, strand: 0, line: 9, on: { kind: 'strand', strand: 1, how: 'join' } },
      { kind: 'channel', at: 500, strand: 1, line: 4, name: 'queue jobs', channel: 1, how: 'get', item: "'job'" },
      { kind: 'print', at: 500, strand: 1, line: 4, stream: 'stdout', text: 'job' },
    ]);
  });

  it('ends where nothing can wake main', async () => {
    const file = write('import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()');
    const events = await eventsOf(file);
    expect(events.filter(({ kind }) => ['suspend', 'unsettled', 'exit'].includes(kind))).toEqual([
      { kind: 'suspend', at: 0, strand: 0, line: 4, on: { kind: 'lock', lock: 1 } },
      { kind: 'unsettled', at: 0, line: 4 },
      { kind: 'exit', at: 0, code: 13 },
    ]);
  });

  it('is refused in the words of the engine', async () => {
    const file = write('import os\nos.fork()');
    const traced = traceTurns(root, asProgram(file), { model: 'gil', schedule: usual });
    await expect(traced).resolves.toMatchObject({
      refused: { what: 'os.fork: on the virtual clock there are no processes' },
    });
  });
});

/** Without what a trace adds. */
const bare = ({ decisions, outcome }: Run<ThreadOutcome>) => ({
  decisions,
  outcome: { ...outcome, records: undefined },
});

describe.skipIf(noCpython).each(['any', 'gil'] as const)('tracing changes nothing of a run (%s)', (model) => {
  const names = [
    '04_pair',
    '08_rlock',
    '09_condition',
    '10_event',
    '12_barrier',
    '14_queue',
    '15_simplequeue',
    '16_pool',
  ];
  names.push('21_exc', '24_gen', '33_jointimeout', '35_spin', '39_tothread', '51_raw_thread', '52_try_lock');
  const files = globSync(join(corpus, `{${names.join(',')}}.py`)).sort();

  const unchanged = async (file: string, schedules: readonly Schedule[]) => {
    const plain = await run(file, schedules, { model });
    const named = plain.map(({ decisions }) => ({ deviations: deviationsOf(decisions) }));
    const traced = await run(file, named, { model, traced: true });
    expect(traced.map(bare)).toEqual(plain);
    expect(traced.every(({ outcome }) => (outcome.records?.length ?? 0) > 3)).toBe(true);
  };

  it.each(files.map((file) => [basename(file), file] as const))('%s', async (_, file) => {
    const [first] = await run(file, [usual], { model });
    const some = first?.decisions.flatMap((_, at) => (at % 5 === 0 ? [{ deviations: [{ at, take: 1 }] }] : [])) ?? [];
    await unchanged(file, [usual, ...some.slice(0, 3)]);
  });

  it.each(threadPrograms)('$path', async ({ program }) => {
    const drawn = [1, 2].map((seed) => ({ deviations: [], then: { policy: 'random', seed } }) as const);
    await unchanged(program.file, drawn);
  });

  it('a lock that a strand takes right after what others see: the call is a place once', async () => {
    const lines = [
      'before = n',
      'with lock: pass',
      'if lock.acquire(): lock.release()',
      'with again: pass',
      'n = before',
    ];
    const text = `import threading\nn = 0\nlock = threading.Lock()\nagain = threading.RLock()
def work():
    global n
${lines.map((line) => `    ${line}\n`).join('')}
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
`;
    await unchanged(write(text), [usual, { deviations: [], then: { policy: 'random', seed: 3 } }]);
  });
});
