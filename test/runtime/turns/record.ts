// `node test/runtime/turns/record.ts [NAME…]` writes down what the machine's CPython prints of the programs in test/fixtures/turns:
// each distinct stdout of many runs with pauses and a small switch interval, beside what was written down before. The tests hold
// that all of it is explored.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { timedOut } from '../../../src/runtime/real/perturb/outcomes.ts';
import { runPerturbed } from '../../../src/runtime/real/perturb/run.ts';
import { root } from '../programs.ts';
import { corpus, recordedFile, recordedSchema } from './recorded.ts';

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
const wanted = process.argv.slice(2);
const recorded = recordedSchema.parse(JSON.parse(readFileSync(recordedFile, 'utf8')));

for (const file of globSync(join(corpus, '*.py')).sort()) {
  const name = basename(file, '.py');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const program = { file, path: name, language: 'py', needs: [] } as const;
  const outcomes = await runPerturbed(root, program, seeds, { timeLimit: 3000 });
  const outputs = outcomes.map(({ stdout, exit }) => ({
    stdout: [...stdout],
    end: exit === timedOut ? ('never' as const) : exit,
  }));
  const all = [...(recorded[name] ?? []), ...outputs];
  recorded[name] = [...new Map(all.map((output) => [JSON.stringify(output), output])).values()];
  writeFileSync(recordedFile, `${JSON.stringify(recorded, null, 2)}\n`);
  console.log(`${name}: ${recorded[name].length}`);
}
