// Pages from a cache, with one turn of the loop after each of them.
const cache = new Map([
  [1, 'one'],
  [2, 'two'],
  [3, 'three'],
]);

async function page(number: number) {
  return cache.get(number); // always there: nothing to wait for
}

function turn() {
  return Promise.resolve();
}

function beat(count: number) {
  console.log(`beat ${count}`);
  if (count < 3) setImmediate(beat, count + 1);
}

async function main() {
  setImmediate(beat, 1);
  for (const number of [1, 2, 3]) {
    console.log(`page ${number}: ${await page(number)}`);
    await turn();
  }
  console.log('main: end, late');
}

await main();
