// A lamp is ordered from two shops; the slower one is called off.
const answers = new Map<string, PromiseWithResolvers<void>>();
const bought: string[] = [];

async function buy(shop: string, signal: AbortSignal) {
  const answer = Promise.withResolvers<void>();
  answers.set(shop, answer);
  void signal; // your lines
  try {
    await answer.promise;
  } catch (error) {
    console.log(`${shop}: called off`);
    throw error;
  }
  bought.push(shop);
  console.log(`${shop}: sold one lamp`);
  return shop;
}

const stop = new AbortController();
const orders = [buy('south', stop.signal), buy('north', stop.signal)];
answers.get('north')?.resolve();
const winner = await Promise.race(orders);
console.log(`main: bought from ${winner}`);
console.log(`main: lamps to pay for: ${bought.length}`);
