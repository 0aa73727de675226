// The process in which Node runs the fuzzer's programs, one after another: each is a module, run until the loop is empty.
import { format } from 'node:util';

let lines: string[] = [];
let programs = 0;

console.log = (...values: readonly unknown[]) => {
  lines.push(...format(...values).split('\n'));
};

// begins in the poll phase; no callback of ours runs until the program has nothing left to do
process.on('message', (program: string) => {
  process.channel?.unref();
  // a module is run once per address
  const address = `data:text/javascript,${encodeURIComponent(program)}#${++programs}`;
  import(address).catch((error: unknown) => console.log('the program failed', error));
});

process.on('beforeExit', () => {
  for (const event of ['unhandledRejection', 'uncaughtException', 'rejectionHandled'])
    process.removeAllListeners(event);
  process.channel?.ref();
  process.send?.(lines);
  lines = [];
});
