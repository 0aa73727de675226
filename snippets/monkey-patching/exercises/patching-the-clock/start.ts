// A draw among five buyers, twice with the same seed.
const buyers = ['ann', 'bob', 'cid', 'dee', 'eve'];

function draw() {
  const tickets = buyers.map((name) => ({ name, at: Math.random() }));
  tickets.sort((left, right) => left.at - right.at);
  const winners = tickets.slice(0, 3);
  return winners.map((ticket) => ticket.name).join(' ');
}

function seeded(seed: number, run: () => void) {
  run(); // your lines
}

const before = Math.random;
seeded(1, () => console.log(`first draw: ${draw()}`));
seeded(1, () => console.log(`second draw: ${draw()}`));
const restored = Math.random === before;
console.log(`restored: ${restored ? 'yes' : 'no'}`);
