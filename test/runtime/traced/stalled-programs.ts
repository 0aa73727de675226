// Programs about stalls, each with everything that it may print, derived by hand from Node's timers (lib/internal/timers.js). Where a
// stall forces an output its length in ms is given for each place, which the source marks with STALL: real Node is stalled there.

export interface StalledProgram {
  readonly rule: string;
  readonly source: string;
  /** The usual one first. `undefined`: no stall of the program's own forces it. */
  readonly outputs: Readonly<Record<string, readonly number[] | undefined>>;
}

const log =
  'const log = (text: string) => console.log(text);\nconst logs = (text: string) => () => console.log(text);\n';

export const stalledPrograms: readonly StalledProgram[] = [
  {
    rule: 'from the main program a timer of 1 ms and an immediate come in either order',
    source: "setTimeout(logs('timer')); setImmediate(logs('immediate')); STALL",
    outputs: { 'immediate timer': undefined, 'timer immediate': [20] },
  },
  {
    rule: 'from a timer the immediate is first: the check phase comes before the next timers phase',
    source: "setTimeout(() => { setTimeout(logs('timer')); setImmediate(logs('immediate')); STALL }, 5);",
    outputs: { 'immediate timer': [20] },
  },
  {
    rule: 'from an immediate both orders come: of the next immediate, and of a timer that is due in the next timers phase',
    source: "setImmediate(() => { setTimeout(logs('timer')); setImmediate(logs('immediate')); STALL });",
    outputs: { 'immediate timer': undefined, 'timer immediate': [20] },
  },
  {
    rule: 'timers of one delay never swap',
    source: "setTimeout(logs('a'), 40); STALL setTimeout(logs('b'), 40); STALL",
    outputs: { 'a b': [30, 60] },
  },
  {
    rule: 'a shorter timer that is set first stays first',
    source: "setTimeout(logs('a'), 40); STALL setTimeout(logs('b'), 80); STALL",
    outputs: { 'a b': [0, 200] },
  },
  {
    rule: 'a stall between two setTimeout turns them round once it is as long as they are apart',
    source: "setTimeout(logs('b'), 120); STALL setTimeout(logs('a'), 40); STALL",
    outputs: { 'a b': [0, 200], 'b a': [120, 0] },
  },
  {
    rule: 'stalls between three setTimeout give every order',
    source: "setTimeout(logs('a'), 120); STALL setTimeout(logs('b'), 80); STALL setTimeout(logs('c'), 40);",
    outputs: {
      'c b a': [0, 0],
      'a b c': [60, 60],
      'a c b': [120, 0],
      'b a c': [0, 120],
      'b c a': [0, 60],
      'c a b': [60, 0],
    },
  },
  {
    rule: 'a timer that is set late by a callback comes later',
    source: "setTimeout(() => { log('a'); STALL setTimeout(logs('c'), 40); }, 40); setTimeout(logs('b'), 120);",
    outputs: { 'a c b': [0], 'a b c': [80] },
  },
  {
    rule: 'of two tasks that sleep the one with more sleeps falls behind by a stall between them',
    source: `const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const twice = async () => { await sleep(40); STALL await sleep(40); log('twice'); };
      const once = async () => { await sleep(120); log('once'); };
      twice(); once();`,
    outputs: { 'twice once': [0], 'once twice': [80] },
  },
  {
    rule: 'the round of an interval begins when it is called, so that a stall before it moves all later ones',
    source: `let left = 2;
      const interval = setInterval(() => { log('tick'); if (--left === 0) clearInterval(interval); }, 80);
      setTimeout(logs('timer'), 200); STALL`,
    outputs: { 'tick tick timer': [0], 'tick timer tick': [160] },
  },
  {
    rule: 'a timer that another one clears is called only where it is due before that one',
    source:
      "const late = setTimeout(logs('late'), 120); STALL setTimeout(() => { clearTimeout(late); log('cleared'); }, 40); STALL",
    outputs: { cleared: [0, 200], 'late cleared': [120, 0] },
  },
  {
    rule: 'a list is emptied before the next one: a late timer overtakes one that is due before it',
    source: `setTimeout(() => { log('x'); setTimeout(logs('a2'), 80); STALL }, 40);
      setTimeout(logs('a1'), 80); setTimeout(logs('b'), 120);`,
    outputs: { 'x a1 b a2': [0], 'x a1 a2 b': [140] },
  },
  {
    rule: 'a timer comes between any two turns of the loop',
    source: `setTimeout(logs('timer'), 60);
      setImmediate(() => { log('1'); STALL setImmediate(() => { log('2'); STALL setImmediate(logs('3')); }); }); STALL`,
    outputs: {
      '1 2 3 timer': [0, 0, 0],
      'timer 1 2 3': [0, 0, 80],
      '1 timer 2 3': [80, 0, 0],
      '1 2 timer 3': [0, 80, 0],
    },
  },
  {
    rule: 'two lists that are due in one phase are called before what the first one sets, if they were due when it began',
    source: `setTimeout(() => { log('a'); setImmediate(() => { log('1'); STALL setImmediate(logs('2')); }); STALL }, 40);
      setTimeout(logs('b'), 80); STALL`,
    outputs: { 'a 1 2 b': [0, 0, 0], 'a b 1 2': [0, 0, 120], 'a 1 b 2': [0, 80, 0] },
  },
  {
    rule: 'a message comes in the poll phase, after the timers that are due then',
    source: `const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => { log('message'); port1.close(); };
      port1.postMessage(0); setTimeout(logs('timer'), 30); STALL`,
    outputs: { 'message timer': [0], 'timer message': [60] },
  },
];

/** The program as the traced engine runs it: nothing stalls. */
export function withoutStalls(source: string): string {
  return log + source.replaceAll('STALL', '');
}

/** The program with real stalls, in the order of their places. */
export function withStalls(source: string, ms: readonly number[]): string {
  let place = 0;
  const stall = 'const stall = (ms: number) => { const end = Date.now() + ms; while (Date.now() < end); };\n';
  return stall + log + source.replaceAll('STALL', () => `stall(${ms[place++] ?? 0});`);
}
