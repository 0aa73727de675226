// A child process that is started again until it succeeds.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

const work = (number: number) => process.exit(number < 3 ? 1 : 0);

async function attempt(number: number) {
  const child = fork(import.meta.filename, [String(number)]);
  const [code] = await once(child, 'exit');
  console.log(`attempt ${number}: exit code ${code}`);
  return code;
}

async function main() {
  for (const number of [1, 2, 3]) {
    if ((await attempt(number)) === 0) {
      console.log('main: has succeeded');
      return;
    }
  }
  console.log('main: gives up');
}

if (process.argv[2]) work(Number(process.argv[2]));
else await main();
