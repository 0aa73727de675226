// A run of several threads: where none can go on, what is refused, what spins, and that it leaves nothing behind.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fake-python.ts';
import { root } from '../programs.ts';
import { imports, runText } from './explored.ts';

const twoOf = (main: string, worker: string) => `${imports}
if (isMainThread) { ${main} } else { ${worker} }
`;
const newCells = 'const cells = new Int32Array(new SharedArrayBuffer(16));';
const start = 'const worker = new Worker(import.meta.filename, { workerData: cells });';

describe('where no thread can go on', () => {
  it('the run ends with code 13, and it is said of each where it waits', async () => {
    const text = twoOf(`${newCells} ${start}\nAtomics.wait(cells, 0, 0);`, 'Atomics.wait(workerData, 1, 0);');
    const { outcome } = await runText(text);
    expect(outcome).toMatchObject({
      exit: 13,
      waiting: [
        'main waits at line 7: Atomics.wait(cells, 0, 0); } else { Atomics.wait(workerData, 1, 0); }',
        `worker 1 waits at line 7: Atomics.wait(cells, 0, 0); } else { Atomics.wait(workerData, 1, 0); }`,
      ],
    });
  });

  it('main in its event loop waits as well', async () => {
    const text = twoOf(`${newCells} ${start}`, 'Atomics.wait(workerData, 1, 0);');
    const { outcome } = await runText(text);
    expect(outcome.waiting?.[0]).toBe('main waits in its event loop, begun at line 6');
  });
});

describe('a thread that spins', () => {
  it('lets the others go on', async () => {
    const text = twoOf(`${newCells} ${start} while (Atomics.load(cells, 0) === 0); say('seen');`, 'workerData[0] = 1;');
    expect((await runText(text)).outcome).toMatchObject({ stdout: ['seen'], exit: 0 });
  });

  it('and that nobody can stop is ended by the limit of steps', async () => {
    const text = twoOf(`${newCells} while (Atomics.load(cells, 0) === 0);`, '');
    expect((await runText(text)).outcome).toMatchObject({ exit: 124 });
  });
});

describe('what is not available is refused by name', () => {
  it.each([
    ['a Worker of another file', "new Worker('./other.ts');"],
    ['the option eval of a Worker', 'new Worker(import.meta.filename, { eval: true });'],
    ['the option resourceLimits of a Worker', 'new Worker(import.meta.filename, { resourceLimits: {} });'],
    ['Worker.getHeapSnapshot', 'new Worker(import.meta.filename).getHeapSnapshot();'],
  ])('%s', async (what, main) => {
    await expect(runText(twoOf(main, ''))).rejects.toThrow(`${what} is not available in the traced engine`);
  });

  it('also in a Worker', async () => {
    await expect(runText(twoOf(`${newCells} ${start}`, 'console.table([]);'))).rejects.toThrow(
      'console.table is not available in the traced engine',
    );
  });
});

describe('a run leaves nothing behind', () => {
  it('for the next one: what was changed is as it was', async () => {
    const text = twoOf(
      `say(Array.prototype.extra); Array.prototype.extra = 1; new Worker(import.meta.filename);`,
      `say('worker ' + Array.prototype.extra); Array.prototype.extra = 2;`,
    );
    const outputs = [await runText(text), await runText(text)].map(({ outcome }) => outcome.stdout);
    expect(outputs).toEqual([
      ['undefined', 'worker undefined'],
      ['undefined', 'worker undefined'],
    ]);
  });

  it('for the process, which ends', () => {
    const file = join(temporaryFolder(), 'runs.ts');
    const start = pathToFileURL(join(root, 'src', 'runtime', 'schedules', 'start-threads.ts')).href;
    const text = twoOf(
      `${newCells} const worker = new Worker(import.meta.filename, { workerData: cells }).unref();`,
      '',
    );
    const program = JSON.stringify({ language: 'ts', file, path: file, needs: ['threads'], text });
    const schedules = '[{ deviations: [] }]';
    writeFileSync(
      file,
      `import { startThreads } from '${start}';
const program = await startThreads('', ${program}, { model: 'any' });
console.log((await program.run(${schedules})).length);
`,
    );
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('1\n');
  });
});

it('a schedule of another program does not fit', async () => {
  await expect(runText(twoOf(`say('main');`, ''), [{ at: 7, take: 1 }])).rejects.toMatchObject({ kind: 'misuse' });
});
