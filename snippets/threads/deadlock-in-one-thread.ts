// Two tasks in one thread, and two locks: ann before bob.
import { setTimeout as sleep } from 'node:timers/promises';

class Lock {
  #last = Promise.resolve();

  // calls work once all earlier work is done
  use(work: () => Promise<void>) {
    this.#last = this.#last.then(work);
    return this.#last;
  }
}

const locks = { ann: new Lock(), bob: new Lock() };
type Name = keyof typeof locks;

async function pay(payer: Name, payee: Name, comesAfter: number) {
  await sleep(comesAfter);
  const [first, second] = [payer, payee].sort() as [Name, Name];
  await locks[first].use(async () => {
    console.log(`${payer}: holds ${first}`);
    await sleep(200); // stands for a call to the bank
    await locks[second].use(async () => {
      console.log(`${payer}: has paid`);
    });
  });
}

await Promise.all([pay('ann', 'bob', 50), pay('bob', 'ann', 300)]);
console.log('both have paid');
