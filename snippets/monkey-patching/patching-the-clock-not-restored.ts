// Two tests, of which the first patches the clock and fails.
function atMidnight1970(test: () => void) {
  const real = Date.now;
  Date.now = () => 0;
  test();
  Date.now = real;
}

const year = () => new Date(Date.now()).getUTCFullYear();

function broken() {
  console.log(`broken test: the year is ${year()}`);
  throw new Error('no such host');
}

try {
  atMidnight1970(broken);
} catch (error) {
  console.log(`broken test: ${(error as Error).message}`);
}
const still = year() === 1970 ? 'yes' : 'no';
console.log(`next test: still 1970: ${still}`);
