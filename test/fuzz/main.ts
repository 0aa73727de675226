// `npm run fuzz -- --programs n --seed s`: says how many programs and lines were compared, or shows the shrunk program.
// With `--types` the programs are not run: their types are erased. With `--py` they are of Python. With `--schedules timers`, `asyncio` or
// `threads` the search over their schedules is compared with all lists of decisions.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { fuzzPython } from './python/fuzz-python.ts';
import { fuzzSchedules, fuzzedKinds } from './schedules/fuzz-schedules.ts';
import type { FuzzedKind } from './schedules/fuzz-schedules.ts';
import { fuzzTypes } from './types/fuzz-types.ts';

const { values } = parseArgs({
  options: {
    py: { type: 'boolean', default: false },
    types: { type: 'boolean', default: false },
    schedules: { type: 'string' },
    programs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
});
const [programs, seed] = [Number(values.programs), Number(values.seed)];
const started = performance.now();
const kind = fuzzedKinds.find((one) => one === values.schedules);
if (values.schedules !== undefined && kind === undefined)
  throw new RangeError(`--schedules is one of ${fuzzedKinds.join(', ')}`);
const [done, counterexample] = values.types
  ? types()
  : kind
    ? await schedules(kind)
    : await runs(values.py ? fuzzPython : fuzz);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${done} in ${seconds} s, seed ${seed}`);
if (counterexample !== undefined) {
  console.log(`A program differs:\n${counterexample}`);
  process.exitCode = 1;
} else console.log('0 differences');

async function runs(
  compare: typeof fuzz | typeof fuzzPython,
): Promise<[done: string, counterexample: string | undefined]> {
  const { programs: count, lines, counterexample: found } = await compare({ programs, seed });
  return [`${count} programs, ${lines} lines compared`, found];
}

async function schedules(of: FuzzedKind): Promise<[done: string, counterexample: string | undefined]> {
  const found = await fuzzSchedules(of, programs, seed);
  const beside = found.tooLarge > 0 ? `, ${found.tooLarge} more drawn with too many lists` : '';
  return [
    `${found.programs} programs of ${of}: ${found.lists} lists of decisions, of which the search runs ${found.schedules}${beside}`,
    found.counterexample,
  ];
}

function types(): [done: string, counterexample: string | undefined] {
  const { programs: count, erasable, counterexample: found } = fuzzTypes({ programs, seed });
  return [`${count} programs erased here and by Node, which refuses ${count - erasable} of them`, found];
}
