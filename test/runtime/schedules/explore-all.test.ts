// Exploring programs: what is said of one that the engine cannot follow under a cause.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exploreAll } from '../../../src/runtime/schedules/explore.ts';
import { noCpython } from '../../cpython.ts';
import { temporaryFolder } from '../fake-python.ts';
import { root } from '../programs.ts';

test.skipIf(noCpython)(
  'where the engine cannot follow a program under a cause, its usual run counts, and why is said',
  async () => {
    const folder = temporaryFolder();
    try {
      const file = join(folder, 'looks.py');
      const text = 'import time\nkept = [time.monotonic() for _ in range(300_000)]\nprint(len(kept))\n';
      writeFileSync(file, text);
      const program = { language: 'py', file, path: 'looks.py', text, needs: [] } as const;
      const [explored] = await exploreAll(root, [{ program, batches: [{ cause: 'none' }, { cause: 'cpu' }] }]);
      expect(explored).toMatchObject({
        batches: [
          { coverage: { kind: 'complete' }, outcomes: [{ stdout: ['300000'] }] },
          {
            outcomes: [{ stdout: ['300000'] }],
            coverage: {
              kind: 'sampled',
              stopped: 'engine',
              why: 'it could not be run on virtual time: it had not ended after 4 s',
              schedules: 1,
            },
          },
        ],
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
