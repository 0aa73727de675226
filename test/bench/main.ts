// `npm run bench`: ratios measured in one run, side by side; a ratio beyond its limit fails. Names of benchmarks may be given.
import { commandOverhead } from './command-overhead.ts';
import type { Ratio } from './measure.ts';
import { proof } from './proof.ts';
import { scheduleSpeed } from './proof-speed.ts';
import { siteBuild } from './site-build.ts';
import { step } from './step.ts';

const benchmarks: Record<string, () => Ratio | Promise<Ratio[]>> = {
  'command-overhead': commandOverhead,
  'site-build': siteBuild,
  proof,
  'proof-speed': scheduleSpeed,
  step,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) {
  console.error(`no benchmark "${unknown}"\n  fix: npm run bench -- ${Object.keys(benchmarks).join(' ')}`);
  process.exit(2);
}
for (const [name, run] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const { ratio, limit, words } of [await run()].flat()) {
    const within = ratio <= limit;
    console.log(`${within ? 'within' : 'BEYOND'}  ${name}: ${ratio.toFixed(2)} (limit ${limit})  ${words}`);
    if (!within) process.exitCode = 1;
  }
}
