// Three buyers and two tickets, sold in another order of steps.
type Greenlet = Generator<undefined, void, void>;
let tickets = 2;

function spawn(greenlet: Greenlet): Promise<void> {
  return new Promise((done) => {
    const turn = () => {
      if (greenlet.next().done) done();
      else setImmediate(turn);
    };
    setImmediate(turn);
  });
}

function* pay(name: string): Greenlet {
  yield;
}

function* buy(name: string): Greenlet {
  if (tickets > 0) {
    console.log(`${name}: sees ${tickets} left`);
    const left = tickets - 1;
    yield* pay(name);
    tickets = left;
    console.log(`${name}: bought, ${tickets} left`);
  } else {
    console.log(`${name}: sold out`);
  }
}

await Promise.all(['a', 'b', 'c'].map((name) => spawn(buy(name))));
console.log(`tickets: ${tickets}`);
