// Draws small programs of threads: what they share is read, changed, locked, waited for and handed on in all the ways that the
// reductions have to tell apart.
import { Random } from '../../../src/random.ts';

const opening = `import queue, threading, time
n = 0
m = 0
seen = []
lock = threading.Lock()
other = threading.RLock()
ready = threading.Event()
full = threading.Condition()
seats = threading.Semaphore(1)
jobs = queue.Queue(1)
box = {"a": 0}
`;

/** Each is a statement of a thread that is called `name`; a line of its own for each line. */
const statements = [
  'n += 1',
  'n = m',
  'm += 1; n += m',
  'seen.append(name)',
  'seen.append(n)',
  'print(name, n)',
  'print(name, m)',
  'box["a"] += 1',
  'box[name] = len(box)',
  'if n == 0: m = 5',
  'with lock: n += 1',
  'with lock: m = n',
  'with other:\n    with other: m += 1',
  'with lock:\n    with other: n += 1',
  'with other:\n    with lock: m += 1',
  'if lock.acquire(blocking=False):\n    m += 1\n    lock.release()',
  'if lock.acquire(timeout=0.01): lock.release()\nelse: seen.append("late")',
  'if not lock.locked(): m += 2',
  'ready.set()',
  'ready.clear()',
  'if ready.is_set(): seen.append("set")',
  'if ready.wait(0.01): seen.append("ready")',
  'with full: full.notify()',
  'with full:\n    if full.wait(0.01): seen.append("told")',
  'with seats: n += 1',
  'try: jobs.put(name, timeout=0.01)\nexcept queue.Full: seen.append("full")',
  'try: seen.append(jobs.get(timeout=0.01))\nexcept queue.Empty: seen.append("empty")',
  'if jobs.empty(): m += 1',
  'time.sleep(0.01)',
  'time.sleep(0)',
  'seen.append(threading.active_count())',
] as const;

/** The same for the same seed: two or three threads of one to three statements each, then what they have left. */
export function randomProgram(seed: number): string {
  const random = new Random(seed);
  const pick = () => statements[random.upTo(statements.length - 1)] ?? 'pass';
  const count = random.upTo(3) === 0 ? 3 : 2;
  const functions = Array.from({ length: count }, (_, index) => {
    const body = Array.from({ length: 1 + random.upTo(3 - count) }, pick);
    const lines = ['global n, m', ...body].join('\n').replaceAll(/^/gm, '    ');
    return `def work_${index}(name):\n${lines}\n`;
  });
  const names = functions.map((_, index) => `work_${index}`).join(', ');
  const end = random.upTo(3) === 0 ? [pick()] : [];
  return [
    opening,
    ...functions,
    `threads = [threading.Thread(target=work, args=(name,)) for work, name in zip([${names}], "abc")]`,
    'for thread in threads: thread.start()',
    ...end.map((statement) => statement.replaceAll(/\bname\b/g, '"main"')),
    'for thread in threads: thread.join()',
    'print(n, m, seen, box)',
    '',
  ].join('\n');
}
