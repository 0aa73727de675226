import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assignStrands } from '../../src/runtime/strands/assign.ts';
import { noCpython } from '../cpython.ts';
import { temporaryFolder } from './fake-python.ts';
import { fixtures, printed, runFile, withStrands } from './programs.ts';
import { realClock } from '../real-clock.ts';

const folder = join(fixtures, 'runtime', 'strands');

let temporary: string;
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

async function observed(name: string, text: string) {
  const file = join(temporary, name);
  writeFileSync(file, text);
  const [plain, watched] = [await runFile(file), await runFile(file, { observe: true })];
  return { plain, watched };
}

describe('a program and the strands of its lines', realClock, () => {
  for (const name of globSync('*.{ts,py}', { cwd: folder }).sort()) {
    it.skipIf(noCpython && name.endsWith('.py'))(name, async () => {
      const result = await runFile(join(folder, name), { observe: true });
      expect(withStrands(result)).toBe(readFileSync(join(folder, `${name}.strands`), 'utf8'));
    });
  }
});

describe('matching lines and records', () => {
  const line = (text: string, stream: 'stdout' | 'stderr' = 'stdout') => ({ at: 1, stream, text });
  const job = (t: number, label?: string) => ({ e: 'create', p: '1', t, kind: 'task', name: 'job', label }) as const;
  const print = (t: number, text: string) => ({ e: 'print', p: '1', t, text }) as const;
  const assign = (lines: ReturnType<typeof line>[], records: Parameters<typeof assignStrands>[1]) =>
    assignStrands({ lines, elapsed: 5 }, records);

  it('strands of one name are numbered as they first print', () => {
    const records = [job(1), job(2), print(2, 'b'), print(1, 'a')];
    const { lines, strands } = assign([line('b'), line('a')], records);
    expect(strands.map(({ name }) => name)).toEqual(['main', 'job 1', 'job 2']);
    expect(lines.map(({ strand }) => strand)).toEqual([1, 2]);
  });

  it('an argument names a strand; where two have the same, a number is added', () => {
    const records = [job(1, 'A'), job(2, 'B'), job(3, 'A'), print(1, '1'), print(2, '2'), print(3, '3')];
    const { strands } = assign([line('1'), line('2'), line('3')], records);
    expect(strands.map(({ name }) => name)).toEqual(['main', 'job A (1)', 'job B', 'job A (2)']);
  });

  it('lines of the same text take their records in order', () => {
    const { lines } = assign([line('x'), line('x')], [job(1), job(2), print(2, 'x'), print(1, 'x')]);
    expect(lines.map(({ strand }) => strand)).toEqual([1, 2]);
  });

  it('a line without a record, and every line of stderr, has no strand', () => {
    const { lines, strands } = assign([line('y'), line('x', 'stderr')], [job(1), print(1, 'x')]);
    expect(lines.map(({ strand }) => strand)).toEqual([undefined, undefined]);
    expect(strands).toEqual([{ id: 0, kind: 'main', name: 'main' }]);
  });

  it('where the program has a clock of its own, the times are its times', () => {
    const records = [{ ...print(0, 'x'), at: 300 }, { e: 'end', p: '1', at: 400 } as const];
    const { lines, elapsed } = assign([line('x'), line('y', 'stderr')], records);
    expect([...lines.map(({ at }) => at), elapsed]).toEqual([300, 300, 400]);
  });
});

describe('watching changes nothing', () => {
  it('a Python error looks the same, and so does what the program sees of itself', async () => {
    const { plain, watched } = await observed(
      'fails.py',
      `import sys
print(__name__, __file__, sys.argv, sys.path, type(sys.stdout), sys.stdout.mode, sys.gettrace())
def fail(): raise ValueError('x')
fail()
`,
    );
    expect(watched.lines.map(({ text }) => text)).toEqual(plain.lines.map(({ text }) => text));
    expect([plain.exit, watched.exit]).toEqual([1, 1]);
  });

  it('no object of a Python program lives longer', async () => {
    const { plain, watched } = await observed(
      'lives.py',
      `class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print('gone', self.name)
def numbers(loud):
    try:
        print('starts'); loud = None; yield 1
    finally: print('closed')
for _ in numbers(Loud('argument')): break
gen = numbers(Loud('kept')); next(gen); gen = None
print('end')
`,
    );
    expect(printed(watched)).toBe(printed(plain));
  });

  it('the stack of a TypeScript error names the same functions and places', async () => {
    const { plain, watched } = await observed(
      'stacks.mts',
      `async function inner(n: number): Promise<void> { await null; throw new RangeError('bad ' + n); }
const outer = async (): Promise<void> => { try { await inner(1); } catch (error) { console.log((error as Error).stack); } };
await outer();
setTimeout(function tick(): void { console.log(new Error('timer').stack); }, 1);
process.nextTick((): void => console.log(new Error('tick').stack));
await Promise.resolve().then((): void => console.log(new Error('then').stack));
try { (await ({} as any)).foo(); } catch (error) { console.log((error as Error).message); }
`,
    );
    expect(printed(watched)).toBe(printed(plain));
  });

  it('an uncaught TypeScript error shows the line as it is written', async () => {
    const { plain, watched } = await observed(
      'uncaught.mts',
      `const f = async () => { await 1; throw 'no'; };\nawait f();\n`,
    );
    const shown = (result: typeof plain) => result.lines.slice(1).map(({ text }) => text);
    expect(shown(watched)).toEqual(shown(plain));
    expect([plain.exit, watched.exit]).toEqual([1, 1]);
  });

  it('a program with an error of syntax fails as before', async () => {
    const { plain, watched } = await observed('wrong.mts', `const x: number = ;\n`);
    expect(watched.lines.map(({ text }) => text)).toEqual(plain.lines.map(({ text }) => text));
  });

  it('what the transform cannot handle runs untouched, and without strands', async () => {
    const { plain, watched } = await observed(
      'loop.mts',
      `const open = { [Symbol.asyncDispose]: async () => console.log('closed') };
for await (await using one of [open]) console.log(typeof one);
`,
    );
    expect(printed(watched)).toBe(printed(plain));
    expect(watched.lines.map(({ strand }) => strand)).toEqual([undefined, undefined]);
  });
});

describe('an observer that fails switches itself off', () => {
  it('in Python', async () => {
    const { watched } = await observed(
      'sabotage.py',
      `import sys
print('before')
module = sys.modules.get('_interleave.observe.strands')
if module: module.StrandFinder.find = None
print('after'); print('end')
`,
    );
    expect(withStrands(watched)).toBe('main: main | before\n? | after\n? | end\n');
  });

  it('in Node', async () => {
    const { watched } = await observed(
      'sabotage.mts',
      `console.log('before');
const strands = (globalThis as any)[Symbol.for('interleave.strands')];
if (strands) Object.defineProperty(strands, 'current', { get() { throw new Error('broken'); } });
console.log('after'); console.log('end');
`,
    );
    expect(withStrands(watched)).toBe('main: main | before\n? | after\n? | end\n');
  });
});
