// `--watch`: a change of the program or of its contract runs it again; a fault in between does not end the watch.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { SharedInput } from '../../src/cli/shell/input.ts';
import { main } from '../../src/cli/main.ts';
import { copyOfCourse } from '../small-course.ts';

test('a changed contract is checked again, a broken one is said, and Ctrl-C ends the watch', async () => {
  const root = copyOfCourse();
  const stop = new AbortController();
  let printed = '';
  const keep = (text: string): void => void (printed += text);
  const terminal = { write: keep, warn: keep, colour: false, columns: 100 };
  const words = ['run', 'one/turns', '--ts', '--watch'];
  const input = new SharedInput(() => Readable.from([]));
  const running = main(words, { root, from: root, terminal, input, signal: stop.signal });
  const order = join(root, 'snippets/one/turns.order');
  await vi.waitFor(() => expect(printed).toContain('watching; Ctrl-C ends it\n'), 10_000);
  writeFileSync(order, 'one\ntwo\n~ nonsense\n');
  await vi.waitFor(() => expect(printed).toContain('unknown mark "~ nonsense"'), 10_000);
  writeFileSync(order, 'one\ntwo\nfour\n');
  await vi.waitFor(() => expect(printed).toContain('"four" (contract line 3)'), 10_000);
  expect(printed.match(/turns\.order has changed\n/g)).toHaveLength(2);
  stop.abort();
  expect(await running).toBe(0);
});
