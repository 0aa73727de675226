// `npm run mutants -- FILE`: changes the file in small wrong ways, one at a time, and names the changes that no test notices.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { score } from './score.ts';

const files = process.argv.slice(2);
const missing = files.find((file) => !existsSync(file));
if (missing !== undefined) {
  console.error(`no file "${missing}"\n  fix: npm run mutants -- src/order/match/matcher.ts`);
  process.exit(2);
}

// without a name Stryker takes what stryker.config.mjs lists
const mutants = await new Stryker(files.length > 0 ? { mutate: files } : {}).runMutationTest();
const results = mutants.map(({ fileName, ...rest }) => ({ ...rest, file: relative(process.cwd(), fileName) }));
for (const { file, killed, tried, percent, survivors } of score(results, (file) => readFileSync(file, 'utf8'))) {
  console.log(`${percent} %  ${file}: ${killed} of ${tried} killed`);
  for (const { line, column, before, after } of survivors) {
    console.log(`  ${file}:${line}:${column}\n    - ${before}\n    + ${after}`);
  }
}
