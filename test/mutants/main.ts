// `npm run mutants -- FILE`: changes the file in small wrong ways, one at a time, and names the changes that no test notices.
// Without a name it goes through the two parts whose rules all else rests on: some hours, with a score after each file.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { score } from './score.ts';

const everything = ['src/order/**/*.ts', 'src/runtime/traced/engine/**/*.ts'];

const asked = process.argv.slice(2);
const missing = asked.find((file) => !existsSync(file));
if (missing !== undefined) {
  console.error(`no file "${missing}"\n  fix: npm run mutants -- src/order/match/matcher.ts`);
  process.exit(2);
}
for (const file of asked.length > 0 ? asked : globSync(everything).sort()) await mutate(file);

async function mutate(file: string): Promise<void> {
  let mutants;
  try {
    mutants = await new Stryker({ mutate: [file] }).runMutationTest();
  } catch {
    // Stryker has said on stderr what is wrong: most often a test that fails without any mutant
    process.exitCode = 1;
    return;
  }
  const results = mutants.map(({ fileName, ...rest }) => ({ ...rest, file: relative(process.cwd(), fileName) }));
  if (results.length === 0) console.log(`no mutants in ${file}`);
  for (const { killed, tried, percent, survivors } of score(results, (path) => readFileSync(path, 'utf8'))) {
    console.log(`${percent} %  ${file}: ${killed} of ${tried} killed`);
    for (const { line, column, before, after } of survivors) {
      console.log(`  ${file}:${line}:${column}\n    - ${before}\n    + ${after}`);
    }
  }
}
