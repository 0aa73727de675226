// The process in which Node runs the fuzzer's programs, one after another: each is run until the loop is empty.
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { compileFunction } from 'node:vm';
import type { FuzzedProgram } from './program.ts';

let lines: string[] = [];
let programs = 0;

console.log = (...values: readonly unknown[]) => {
  lines.push(...format(...values).split('\n'));
};

// as after a main program the timers are next, then what has arrived, then the immediates; no callback of ours runs until the
// program has nothing left to do
process.on('message', (program: FuzzedProgram) => setImmediate(start, program));

function start({ kind, text }: FuzzedProgram): void {
  process.channel?.unref();
  if (kind === 'script') return runScript(text);
  // a module is run once per address
  const address = `data:text/javascript,${encodeURIComponent(text)}#${++programs}`;
  import(address).catch((error: unknown) => console.log('the program failed', error));
}

/** As the loader of CommonJS does it: at once, in a function of its own. */
function runScript(text: string): void {
  const script = compileFunction(text, ['require']) as (require: NodeJS.Require) => void;
  script(createRequire(import.meta.url));
}

process.on('beforeExit', () => {
  for (const event of ['unhandledRejection', 'uncaughtException', 'rejectionHandled'])
    process.removeAllListeners(event);
  process.channel?.ref();
  process.send?.(lines);
  lines = [];
});
