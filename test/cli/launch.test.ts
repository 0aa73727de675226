// The command line as a process: which Node it accepts, exit codes, Ctrl-C, and output that is plain without a terminal.
import { expect, test } from 'vitest';
import { started } from './session.ts';

test('a Node without TypeScript is refused with the command that brings the right one', async () => {
  const older =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.1.0"}})';
  expect(await started(['list'], ['--import', older])).toEqual({
    code: 3,
    out: '',
    err:
      'the course needs Node 24 or newer, and this is Node 20.1.0\n' +
      '  fix: npm ci   (it brings the right Node for this folder alone), then start every command with npm: npm run course\n',
  });
});

test('without words the help is shown, and the last line can be typed', async () => {
  const { code, out } = await started([]);
  expect(out).toMatch(/^Usage: npm run course -- /);
  expect(out.trimEnd().split('\n').at(-1)).toBe('  npm run course -- run one/fails');
  expect(code).toBe(0);
});

test('a file is looked for where the command was typed', async () => {
  expect(await started(['run', 'fine.ts', '--raw'])).toEqual({ code: 0, out: 'out\n', err: 'err\n' });
});

test('misuse leaves with 2, and nothing is coloured without a terminal', async () => {
  const { code, err } = await started(['run', 'one/turnz']);
  expect([code, err.includes('\u001B')]).toEqual([2, false]);
});

test.skipIf(process.platform === 'win32')('Ctrl-C ends the program and leaves with 130, without a stack', async () => {
  const { code, out, err } = await started(['run', 'forever.ts'], [], 'waiting');
  expect([code, err]).toEqual([130, '']);
  expect(out).toMatch(/\n {2}waiting\n$/);
});
