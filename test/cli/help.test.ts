// Every command says what it does, and shows an example that works in this course.
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { course } from './session.ts';

test.each(commands.map(({ name }) => name))('course %s --help has an example', async (name) => {
  const { code, out } = await course([name, '--help']);
  expect(out).toMatch(/\nExample:\n {2}npm (run|start|test)\b.*\n$/);
  expect(code).toBe(0);
});

test('an example names a snippet that this course has', async () => {
  expect((await course(['run', '--help'])).out).toContain('  npm run course -- run one/fails --ts\n');
});
