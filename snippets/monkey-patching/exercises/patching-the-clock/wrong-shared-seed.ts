// A draw among five buyers, twice with the same seed.
const buyers = ['ann', 'bob', 'cid', 'dee', 'eve'];

function draw() {
  const tickets = buyers.map((name) => ({ name, at: Math.random() }));
  tickets.sort((left, right) => left.at - right.at);
  const winners = tickets.slice(0, 3);
  return winners.map((ticket) => ticket.name).join(' ');
}

let going = 1;

function seeded(_seed: number, run: () => void) {
  const real = Math.random;
  Math.random = () => {
    going = (going * 16807) % 2147483647;
    return going / 2147483647;
  };
  try {
    run();
  } finally {
    Math.random = real;
  }
}

const before = Math.random;
seeded(1, () => console.log(`first draw: ${draw()}`));
seeded(1, () => console.log(`second draw: ${draw()}`));
const restored = Math.random === before;
console.log(`restored: ${restored ? 'yes' : 'no'}`);
