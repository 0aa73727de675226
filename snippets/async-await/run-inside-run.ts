// A synchronous helper cannot wait for the loop that runs it.
async function fetchPrice() {
  return 42;
}

function price() {
  return fetchPrice();
}

async function main() {
  console.log('main: starts');
  const answer = price();
  console.log(`main: helper gave ${answer}`);
  console.log(`main: awaited ${await fetchPrice()}`);
}

await main();
