// `npm run fuzz -- --programs n --seed s`: says how many programs and lines were compared, or shows the shrunk program.
// With `--types` the programs are not run: their types are erased.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { fuzzTypes } from './types/fuzz-types.ts';

const { values } = parseArgs({
  options: {
    types: { type: 'boolean', default: false },
    programs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
});
const [programs, seed] = [Number(values.programs), Number(values.seed)];
const started = performance.now();
const [done, counterexample] = values.types ? types() : await runs();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${done} in ${seconds} s, seed ${seed}`);
if (counterexample !== undefined) {
  console.log(`A program differs:\n${counterexample}`);
  process.exitCode = 1;
} else console.log('0 differences');

async function runs(): Promise<[done: string, counterexample: string | undefined]> {
  const { programs: count, lines, counterexample: found } = await fuzz({ programs, seed });
  return [`${count} programs, ${lines} lines compared`, found];
}

function types(): [done: string, counterexample: string | undefined] {
  const { programs: count, erasable, counterexample: found } = fuzzTypes({ programs, seed });
  return [`${count} programs erased here and by Node, which refuses ${count - erasable} of them`, found];
}
