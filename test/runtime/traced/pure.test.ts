// The engine runs in a browser's Worker as it is: nothing of it but host.ts knows Node.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recorder } from '../../../src/trace/recorder.ts';
import { traceEventSchema } from '../../../src/trace/events.ts';
import { nodeVersion } from '../../../src/runtime/traced/api/uncaught.ts';

const folder = join(import.meta.dirname, '../../../src/runtime/traced');

test('no module of Node is imported but by host.ts', () => {
  const files = globSync('**/*.ts', { cwd: folder }).filter((file) => file !== 'host.ts');
  const importing = files.filter((file) => /from 'node:|from 'zod'/.test(readFileSync(join(folder, file), 'utf8')));
  expect(importing).toEqual([]);
});

test('the version of Node that the engine has the behavior of is the one that runs', () => {
  expect(nodeVersion).toBe(process.version);
});

test('a detailed recorder keeps every kind of event', () => {
  const kinds = traceEventSchema.options.map((option) => option.shape.kind.value);
  expect(Object.keys(recorder({ detail: true }).tracer)).toEqual(kinds);
});
