// A lamp is ordered from two shops; north answers first, south later.
const answers = new Map<string, PromiseWithResolvers<void>>();
const bought: string[] = [];

async function buy(shop: string) {
  const answer = Promise.withResolvers<void>();
  answers.set(shop, answer);
  await answer.promise;
  bought.push(shop);
  console.log(`${shop}: sold one lamp`);
  return shop;
}

const orders = [buy('south'), buy('north')];
answers.get('north')?.resolve();
const winner = await Promise.race(orders);
console.log(`main: bought from ${winner}`);
answers.get('south')?.resolve();
await Promise.allSettled(orders);
console.log(`main: lamps to pay for: ${bought.length}`);
