// Random tiny asyncio programs: sleeps, gates, locks, time limits, looks at the clock, and the ways to wait for several.
import fc from 'fast-check';

/** Statements of a job. Each is there for what a schedule can choose at it, or for what a run shows to make no difference. */
const statements = [
  'await asyncio.sleep(0.01)',
  'await asyncio.sleep(0.01)',
  'await asyncio.sleep(0.02)',
  'await asyncio.sleep(0.03)',
  'await asyncio.sleep(0)',
  'await asyncio.sleep(0.001)',
  'print(name)',
  'print(name, gate.is_set())',
  'gate.set()',
  'await wait_for(gate.wait(), 0.02)',
  'await wait_for(asyncio.sleep(0.01), 0.02)',
  'async with lock:\n    await asyncio.sleep(0.01)',
  'asyncio.get_running_loop().call_later(0.01, print, name, "called")',
  'time.sleep(0.015)',
  'until = time.monotonic() + 0.01\nwhile time.monotonic() < until: pass',
  'if time.monotonic() - begun < 0.02: print(name, "early")',
] as const;

const ends = [
  'await asyncio.gather(*tasks)',
  'for each in asyncio.as_completed(tasks): print(await each)',
  'done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)\nprint(len(done))\nfor task in pending: task.cancel()',
  'done, pending = await asyncio.wait(tasks, timeout=0.02)\nfor task in done: print(task.result())',
  'try:\n    async with asyncio.timeout(0.02): await asyncio.gather(*tasks)\nexcept TimeoutError: print("limit")',
] as const;

const opening = `import asyncio, time
begun = time.monotonic()
async def wait_for(what, seconds):
    try: await asyncio.wait_for(what, seconds)
    except TimeoutError: print('late')
`;

const body = (lines: readonly string[], by: number): string => lines.join('\n').replaceAll(/^/gm, ' '.repeat(by));

function textOf(jobs: readonly (readonly string[])[], end: string): string {
  const functions = jobs.map((job, index) => {
    return `    async def job_${index}(name):\n${body([...job, 'print(name, "ends")', 'return name'], 8)}\n`;
  });
  const tasks = jobs.map((_, index) => `asyncio.create_task(job_${index}('${'abc'.charAt(index)}'))`).join(', ');
  return [
    opening,
    'async def main():\n',
    '    gate, lock = asyncio.Event(), asyncio.Lock()\n',
    ...functions,
    `    tasks = [${tasks}]\n`,
    `${body([end], 4)}\n`,
    'asyncio.run(main())\n',
  ].join('');
}

/** Two or three jobs of at most three statements in all. */
export const asyncioPrograms: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 }),
    fc.constantFrom(...ends),
  )
  .filter(([jobs]) => jobs.flat().length <= 4)
  .map(([jobs, end]) => textOf(jobs, end));
