// `npm run suites:asyncio -- --from DIR`: the asyncio tests of CPython, on its own loop and on the virtual one. Says how the results
// differ from the stored ones; `--write` stores new ones. DIR holds the folder `test` of CPython's Lib; without it, that of the CPython
// that runs them is taken. Fetches nothing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { modules, ownTests, resultsOf } from './suite.ts';

const stored = join(import.meta.dirname, 'results.txt');
const { values } = parseArgs({ options: { from: { type: 'string' }, write: { type: 'boolean', default: false } } });
process.exitCode = await main();

async function main(): Promise<number> {
  const { version, folder: own } = await ownTests();
  const folder = values.from ?? own;
  if (folder === undefined || !existsSync(join(folder, 'test', 'test_asyncio'))) {
    const what = folder === undefined ? 'this CPython has no test package' : `"${folder}" has no test/test_asyncio`;
    const get = `git clone --depth 1 --branch v${version} https://github.com/python/cpython`;
    console.error(`${what}\n  fix: ${get}, then npm run suites:asyncio -- --from cpython/Lib`);
    return 2;
  }
  const lines = [`CPython ${version}`, ''];
  for (const module of modules) lines.push(...(await resultsOf(folder, module)));
  const text = `${lines.join('\n')}\n`;
  if (values.write) {
    writeFileSync(stored, text);
    console.log(`written: ${stored}`);
    return 0;
  }
  const before = new Set(readFileSync(stored, 'utf8').split('\n'));
  const other = lines.filter((line) => !before.has(line));
  console.log(other.length === 0 ? 'as stored' : `not as stored:\n${other.join('\n')}`);
  return other.length === 0 ? 0 : 1;
}
