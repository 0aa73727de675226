// A child process that is started again until it succeeds.
// needs: processes
const work = (number: number) => process.exit(number < 3 ? 1 : 0);

async function attempt(number: number) {
  console.log(`attempt ${number}: not started`); // your lines
}

async function main() {
  await attempt(1); // your lines
}

if (process.argv[2]) work(Number(process.argv[2]));
else await main();
