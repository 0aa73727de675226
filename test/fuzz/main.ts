// `npm run fuzz -- --programs n --seed s`: says how many programs and lines were compared, or shows the shrunk program.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
});
const [programs, seed] = [Number(values.programs), Number(values.seed)];
const started = performance.now();
const result = await fuzz({ programs, seed });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${result.programs} programs, ${result.lines} lines compared in ${seconds} s, seed ${seed}`);
if (result.counterexample !== undefined) {
  console.log(`A program differs:\n${result.counterexample}`);
  process.exitCode = 1;
} else console.log('0 differences');
