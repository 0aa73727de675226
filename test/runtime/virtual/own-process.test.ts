// What a program on the virtual clock finds of its process is what CPython has: the numbers of its streams, its tracebacks, the names of
// its tasks. The same text runs on CPython itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseRoot } from '../../../src/course/files.ts';
import type { Program } from '../../../src/course/snippets.ts';
import { exploreAll } from '../../../src/runtime/schedules/explore.ts';
import type { Explored } from '../../../src/runtime/schedules/jobs.ts';
import { noCpython } from '../../cpython.ts';
import { runFile } from '../programs.ts';

const programs: Readonly<Record<string, string>> = {
  'streams have the numbers of the process, and os.write is output (Lib/os.py, Modules/posixmodule.c)': `import faulthandler, os, sys
faulthandler.enable()
os.write(1, b"by number\\n")
print(sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.isatty(), sys.stdout.name, sys.stdout.mode)
print(sys.stdout.errors, sys.stderr.errors, sys.__stdout__ is sys.stdout)
os.write(2, b"on stderr\\n")
`,
  'an error that ends it is told in CPython’s own words (Python/pythonrun.c, print_exception)': `import asyncio
asyncio.slep(1)
`,
  'an error in a group is told without our frames': `import asyncio
async def fails():
    try: 1 / 0
    except ZeroDivisionError as error: raise OSError("outer") from error
async def main():
    async with asyncio.TaskGroup() as group: group.create_task(fails())
asyncio.run(main())
`,
  'an error of syntax': 'print("a"\n',
  'tasks are numbered on, also eager ones (asyncio/tasks.py, create_eager_task_factory)': `import asyncio
async def work(): print(asyncio.current_task().get_name())
async def main():
    loop = asyncio.get_running_loop()
    if hasattr(asyncio, "eager_task_factory"): loop.set_task_factory(asyncio.eager_task_factory)
    await asyncio.gather(*(asyncio.create_task(work(), name="own" if one == 1 else f"Task-{one + 2}") for one in range(3)))
asyncio.run(main())
`,
};

describe.skipIf(noCpython)('as on CPython:', () => {
  const texts = Object.entries(programs);
  let folder: string;
  let found: readonly Explored[];
  const fileOf = (index: number) => join(folder, `program${index}.py`);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'own-process-'));
    const jobs = texts.map(([, text], index) => {
      writeFileSync(fileOf(index), text);
      const program = { language: 'py', file: fileOf(index), path: `program${index}.py`, text, needs: [] };
      return { program: program as unknown as Program, batches: [{ cause: 'none' as const }] };
    });
    found = await exploreAll(courseRoot(), jobs);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(texts.map(([name], index) => [name, index] as const))('%s', async (_, index) => {
    const { lines, exit } = await runFile(fileOf(index), {}, 'cpython');
    const of = (wanted: string) => lines.flatMap(({ stream, text }) => (stream === wanted ? [text] : []));
    expect(found[index]).toMatchObject({
      batches: [{ outcomes: [{ stdout: of('stdout'), stderr: of('stderr'), exit }] }],
    });
  });
});
