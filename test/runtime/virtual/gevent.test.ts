// gevent's hub on virtual time, under schedules.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import { findCpython } from '../../../src/runtime/cpython/cpython.ts';
import { explorePython } from '../../../src/runtime/virtual/python.ts';
import type { Outcome, VirtualCause } from '../../../src/runtime/virtual/python.ts';
import { temporaryFolder } from '../fake-python.ts';

const root = courseRoot();
const withGevent = await findCpython(root, ['gevent']).then(
  () => true,
  () => false,
);

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!withGevent && !process.env['CI'])('gevent', () => {
  const spawns = (...seconds: number[]) => `from gevent import monkey; monkey.patch_all()
import time, gevent
def job(name, seconds):
    time.sleep(seconds); print(name)
gevent.joinall([${seconds.map((time, index) => `gevent.spawn(job, '${'abc'[index]}', ${time})`).join(', ')}])
`;
  function explore(text: string, cause: VirtualCause, seeds = 40): Promise<Outcome[]> {
    const file = join(folder, 'program.py');
    writeFileSync(file, text);
    return explorePython(root, file, { cause, seeds, seed: 1, needs: ['gevent'] });
  }

  const run = async (text: string, cause: VirtualCause) =>
    (await explore(text, cause)).map(({ stdout }) => stdout.join(' ')).sort();

  it('equal sleeps swap by latency and by ties, and never because time passes', async () => {
    expect(await run(spawns(0.1, 0.1), 'latency')).toEqual(['a b', 'b a']);
    expect(await run(spawns(0.1, 0.1), 'ties')).toEqual(['a b', 'b a']);
    expect(await run(spawns(0.1, 0.1), 'cpu')).toEqual(['a b']);
  });

  it('a time limit stands for itself and is not late', async () => {
    const text = `import gevent
try:
    with gevent.Timeout(0.1): gevent.sleep(0.11)
except gevent.Timeout: print('limit')
print(len(gevent.wait([gevent.spawn(gevent.sleep, 0.11)], timeout=0.1)))
`;
    expect(await run(text, 'latency')).toEqual(['limit 0']);
  });

  it('what nothing can wake ends as gevent ends it', async () => {
    const text = 'import gevent.event\ngevent.event.Event().wait()\n';
    const [outcome] = await explore(text, 'cpu', 3);
    expect([outcome?.exit, outcome?.count]).toEqual([1, 3]);
    expect(outcome?.stderr.join('\n')).toContain('LoopExit: This operation would block forever');
  });
});
