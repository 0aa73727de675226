// An ordinary function needs what an async function returns.
async function fetchPrice() {
  return 42;
}

function price() {
  return fetchPrice();
}

async function main() {
  console.log('main: starts');
  console.log(`main: helper gave ${price()}`);
  console.log(`main: awaited ${await price()}`);
}

await main();
