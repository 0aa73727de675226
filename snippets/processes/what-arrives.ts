// A child says what has arrived of a date, a number and an object.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

class Buyer {
  name = 'ann';
  greet() {
    return `${this.name} says hello`;
  }
}

async function work() {
  const [[day, price, buyer]] = await once(process, 'message');
  console.log(`day: ${day instanceof Date ? 'a date' : typeof day}`);
  console.log(`price: ${price}`);
  console.log(`name: ${buyer.name}`);
  console.log(`greet: ${buyer.greet?.() ?? 'is not there'}`);
}

if (process.argv[2] === 'child') {
  await work();
} else {
  const child = fork(import.meta.filename, ['child']);
  child.send([new Date(0), NaN, new Buyer()]);
}
