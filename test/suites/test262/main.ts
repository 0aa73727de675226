// `npm run test262 -- --from DIR`: the parts of test262 that are about order, on Node and on the traced engine. Says what is
// worse than the stored results; `--write` stores the new ones. Fetches nothing: DIR is a checkout of tc39/test262.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './compare.ts';
import type { Verdict } from './compare.ts';
import { countsOf, exceptionsOf, formatResults, parseResults, regressions } from './results.ts';
import { selectTests } from './selection.ts';
import { readTestFile, untriable } from './test-file.ts';

const stored = join(import.meta.dirname, 'results.txt');

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
    // of a copy of test262 that is no clone
    commit: { type: 'string' },
  },
});
process.exitCode = await main();

async function main(): Promise<number> {
  const { commit, exceptions } = parseResults(readFileSync(stored, 'utf8'));
  const root = values.from;
  if (root === undefined || !existsSync(join(root, 'harness', 'sta.js'))) {
    const what = root === undefined ? 'no checkout of test262 was named' : `"${root}" is no checkout of test262`;
    const get = `git clone https://github.com/tc39/test262 && git -C test262 checkout ${commit}`;
    console.error(`${what}\n  fix: ${get}, then npm run test262 -- --from test262`);
    return 2;
  }
  const tried = values.write ? (values.commit ?? headOf(root)) : commit;
  const verdicts = await tryAll(root);
  const counts = countsOf(verdicts);
  console.log(
    `${counts.tried} tried, Node passes ${counts.native}: ${counts.equal} equal (${counts.share} %), ` +
      `${counts.refused} refused, ${counts.differ} differ`,
  );
  if (values.write) {
    writeFileSync(stored, formatResults({ commit: tried, verdicts }));
    return 0;
  }
  const worse = regressions(exceptions, exceptionsOf(verdicts));
  for (const line of worse) console.log(line);
  return worse.length === 0 ? 0 : 1;
}

function headOf(root: string): string {
  return execFileSync('git', ['-C', root, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
}

/** Two tests at a time, since Node is a process of its own. */
async function tryAll(root: string): Promise<ReadonlyMap<string, Verdict>> {
  const tests = selectTests(root)
    .filter((path) => path.includes(values.only))
    .map((path) => readTestFile(root, path))
    .filter((test) => untriable(test) === undefined);
  const verdicts = new Map<string, Verdict>();
  const left = tests.values();
  const work = async () => {
    for (const test of left) verdicts.set(test.path, await compare(root, test));
  };
  await Promise.all([work(), work()]);
  return new Map(tests.map(({ path }) => [path, verdicts.get(path) ?? { kind: 'not passed by Node' }]));
}
