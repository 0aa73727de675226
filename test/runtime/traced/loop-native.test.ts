// What loop-programs.ts says that programs print is what Node prints.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { realClock } from '../../real-clock.ts';
import { loopPrograms, withLog } from './loop-programs.ts';
import { native, text } from './traced.ts';

const folder = mkdtempSync(join(tmpdir(), 'interleave-loop-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(loopPrograms)('%s', realClock, async (rule, source, printed) => {
  const file = join(folder, `${loopPrograms.findIndex(([name]) => name === rule)}.mts`);
  writeFileSync(file, withLog(source));
  expect((await native(file)).stdout).toBe(text(printed));
});
