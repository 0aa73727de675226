// The first shop to answer wins the race; the other sells as well.
import { setTimeout as sleep } from 'node:timers/promises';

const bought: string[] = [];

async function buy(shop: string, wait: number) {
  await sleep(wait);
  bought.push(shop);
  console.log(`${shop}: sold one lamp`);
  return shop;
}

const orders = [buy('south', 150), buy('north', 50)];
const winner = await Promise.race(orders);
console.log(`main: bought from ${winner}`);
await sleep(200);
console.log(`main: lamps to pay for: ${bought.length}`);
