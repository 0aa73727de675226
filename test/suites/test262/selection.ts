// The parts of test262 that are about order over time: promises, async functions and generators, for-await, top-level await.
import { globSync } from 'node:fs';

const folders = [
  'test/built-ins/Promise',
  'test/built-ins/Array/fromAsync',
  'test/built-ins/Async*',
  'test/language/expressions/async-*',
  'test/language/expressions/await',
  'test/language/expressions/dynamic-import',
  'test/language/statements/async-*',
  'test/language/statements/await-using',
  'test/language/statements/for-await-of',
  'test/language/module-code/top-level-await',
  'test/staging/sm/Async*',
  'test/staging/sm/async-functions',
  'test/staging/sm/Promise',
];

/** Methods of classes and objects, in the folders of which most tests are about something else. */
const methods = [
  'test/language/{statements,expressions}/class/**/*async*',
  'test/language/expressions/object/**/*async*',
];

/** The paths of the tests from `root`, in the order of their names; fixtures, which other tests import, are no tests. */
export function selectTests(root: string): string[] {
  const patterns = [...folders.map((folder) => `${folder}/**/*.js`), ...methods.map((method) => `${method}.js`)];
  const found = globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return [...new Set(found)].filter((path) => !path.includes('_FIXTURE')).sort();
}
