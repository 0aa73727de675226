// The traced engine behind the interface of all engines.
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { findTraced } from '../../../src/runtime/traced/host.ts';
import { realClock } from '../../real-clock.ts';

const file = (name: string) => join(import.meta.dirname, '../../fixtures', name);
const engine = findTraced();

test('lines come with their stream, their virtual time and, if asked for, their strand', async () => {
  const { lines, strands, exit, elapsed } = await engine.run({
    file: file('corpus/ts/21-await-in-loop-vs-all.ts'),
    observe: true,
  });
  expect({ exit, elapsed }).toEqual({ exit: 0, elapsed: 0 });
  expect(lines[0]).toMatchObject({ at: 0, stream: 'stdout', text: 'start 1', strand: 1 });
  expect(strands.slice(0, 2)).toEqual([
    { id: 0, kind: 'main', name: 'main' },
    { id: 1, kind: 'async function', name: 'job' },
  ]);
});

test('an uncaught error ends with 1, and every line is passed on', async () => {
  const seen: string[] = [];
  const onLine = ({ text }: { text: string }) => void seen.push(text);
  const { exit, lines, stopped, signal } = await engine.run({ file: file('traced/uncaught-error.ts'), onLine });
  expect({ exit, stopped, signal }).toEqual({ exit: 1, stopped: undefined, signal: null });
  expect(seen).toEqual(lines.map(({ text }) => text));
});

test('a program that never ends stops at the time limit', realClock, async () => {
  const { lines, stopped, exit, signal } = await engine.run({ file: file('programs/forever.ts'), timeLimit: 50 });
  expect(lines).toEqual([{ at: 0, stream: 'stdout', text: 'waiting' }]);
  expect({ stopped, exit, signal }).toEqual({ stopped: 'time limit', exit: null, signal: 'SIGTERM' });
});

test('a flood stops at the output limit', async () => {
  const { stopped } = await engine.run({ file: file('programs/flood.ts'), outputLimit: 50_000 });
  expect(stopped).toBe('output limit');
});

test('a program that the engine cannot run rejects by name', async () => {
  const refused = file('traced/refused/opens-a-socket.ts');
  await expect(engine.run({ file: refused })).rejects.toThrow('module node:net is not available in the traced engine');
});

test('what Node would not start either is no fault of this engine', async () => {
  const refused = file('traced/refused/imports-nowhere.ts');
  await expect(engine.run({ file: refused })).rejects.toMatchObject({
    what: '"./opens-a-socket" is no file: Node wants the whole name',
    fix: 'write ./opens-a-socket.ts',
  });
});

test('a refusal names the file by its path from the current folder', async () => {
  const shown = relative(process.cwd(), file('traced/refused/opens-a-socket.ts')).replaceAll('\\', '/');
  await expect(engine.run({ file: file('traced/refused/opens-a-socket.ts') })).rejects.toMatchObject({
    where: { file: shown, line: 1 },
  });
});
