// Python programs whose outputs can be counted by hand: what is explored is all of them, and no other.
import { describe, expect, it } from 'vitest';
import { usualSchedule } from '../../../../src/explore/schedule.ts';
import { noCpython } from '../../../cpython.ts';
import { explore, outputs, outputsOf, runsOf, withProgram } from './search.ts';

/** Jobs with these sleeps, in seconds, one after another; each prints its name before the first and after each of them. */
const jobs = (...sleeps: readonly (readonly number[])[]) => `import asyncio
async def job(name, *sleeps):
    for seconds in sleeps:
        await asyncio.sleep(seconds)
        print(name)
async def main():
    await asyncio.gather(${sleeps.map((each, index) => `job('${'abcdef'[index]}', ${each.join(', ')})`).join(', ')})
asyncio.run(main())
`;

const permutations = (names: readonly string[]): string[] =>
  names.length === 0
    ? ['']
    : names.flatMap((name) =>
        permutations(names.filter((other) => other !== name)).map((rest) => (rest === '' ? name : `${name} / ${rest}`)),
      );

describe.skipIf(noCpython)('latency: of n outside waits each of n! orders, and no other', () => {
  it.each([1, 2, 3, 4, 5])('n = %i', async (count) => {
    const names = 'abcde'.slice(0, count).split('');
    const found = await outputs(jobs(...names.map((_, index) => [0.1 + index / 1000])), 'latency');
    expect(found).toEqual(permutations(names).sort());
  });
});

describe.skipIf(noCpython)('latency: a wait that begins when another ends', () => {
  it('may end before one that usually ended together with that', async () => {
    const all = ['a / a / b', 'a / b / a', 'b / a / a'];
    expect(await outputs(jobs([0.03, 0.01], [0.03]), 'latency')).toEqual(all);
  });
});

describe.skipIf(noCpython)('a program that waits by looking at the clock', () => {
  const spinning = (body: string) => `import asyncio, time
def compute(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end: ${body}
async def heart():
    await asyncio.sleep(0.02)
    print('heart')
async def main():
    beat = asyncio.create_task(heart())
    await asyncio.sleep(0)
    compute(0.03)
    print('computed')
    await beat
asyncio.run(main())
`;

  it('is as long at it as it must, and no choice', async () => {
    const found = await withProgram(spinning('pass'), (program) => explore(program, 'cpu'));
    expect(outputsOf(found)).toEqual(['computed / heart']);
    expect(found.complete).toBe(true);
    expect(found.schedules).toBeLessThan(5);
  });

  it('goes on where it sleeps between two looks', async () => {
    expect(await outputs(spinning('time.sleep(0.001)'), 'cpu')).toEqual(['computed / heart']);
  });
});

describe.skipIf(noCpython)('a program that counts how often it looks at the clock', () => {
  const counting = `import time
rounds, end = 0, time.monotonic() + 1
while time.monotonic() < end: rounds += 1
print(rounds > 0)
`;

  it('is asked 200 times whether the process stood still, and says that this is not all', async () => {
    const [run] = await withProgram(counting, (program) => runsOf(program, 'cpu', [usualSchedule]));
    expect(run).toMatchObject({ outcome: { stdout: ['True'], exit: 0 }, spent: true });
    expect(run?.decisions).toHaveLength(200);
    const few = counting.replace('+ 1', '+ 0.001');
    const [all] = await withProgram(few, (program) => runsOf(program, 'cpu', [usualSchedule]));
    expect(all?.spent).toBeUndefined();
    expect(all?.decisions.length).toBeGreaterThan(20);
  });
});

describe.skipIf(noCpython)('cpu', () => {
  it('equal sleeps keep their order, whatever the process does', async () => {
    expect(await outputs(jobs([0.1], [0.1]), 'cpu')).toEqual(['a / b']);
  });

  it('sleeps of different length keep their order if they begin in one turn and in this order', async () => {
    expect(await outputs(jobs([0.1], [0.11]), 'cpu')).toEqual(['a / b']);
  });

  it('a longer sleep that begins first may end first: the process may stand still between the two', async () => {
    expect(await outputs(jobs([0.11], [0.1]), 'cpu')).toEqual(['a / b', 'b / a']);
  });

  it('two short sleeps and one long one: the second short one begins as late as you like', async () => {
    expect(await outputs(jobs([0.01, 0.01], [0.03]), 'cpu')).toEqual(['a / a / b', 'a / b / a']);
  });
});

describe.skipIf(noCpython)('ties', () => {
  it('of equal deadlines any is first', async () => {
    expect(await outputs(jobs([0.1], [0.1], [0.1]), 'ties')).toEqual(permutations(['a', 'b', 'c']).sort());
  });

  it('deadlines are equal that two sleeps reach and one', async () => {
    expect(await outputs(jobs([0.1, 0.1], [0.2]), 'ties')).toEqual(['a / a / b', 'a / b / a']);
  });

  it('others are not', async () => {
    expect(await outputs(jobs([0.1], [0.1001]), 'ties')).toEqual(['a / b']);
  });
});

describe.skipIf(noCpython)('the first of two is taken out of the set of those that are done', () => {
  const shops = (takes: string) => `import asyncio
async def buy(shop, wait):
    await asyncio.sleep(wait)
    print(shop)
    return shop
async def main():
    south = asyncio.create_task(buy('south', 0.15))
    north = asyncio.create_task(buy('north', 0.05))
    done, pending = await asyncio.wait([south, north], return_when=asyncio.FIRST_COMPLETED)
    print('from', ${takes})
    await asyncio.sleep(0.2)
asyncio.run(main())
`;

  // Python takes it out by its address. With the clock alone some of these are never seen: the set is a cause of its own.
  it('pop() takes any of them, besides what a stall may do: six outputs', async () => {
    expect(await outputs(shops('done.pop().result()'), 'cpu')).toEqual([
      'north / from north / south',
      'north / south / from north',
      'north / south / from south',
      'south / from south / north',
      'south / north / from north',
      'south / north / from south',
    ]);
  });

  it('a stall alone gives four', async () => {
    expect(await outputs(shops('min(done, key=lambda each: each.get_name()).result()'), 'cpu')).toHaveLength(4);
  });
});
