// The first shop to answer wins the race; the other is called off.
import { setTimeout as sleep } from 'node:timers/promises';

const bought: string[] = [];

async function buy(shop: string, wait: number, signal: AbortSignal) {
  try {
    await sleep(wait, undefined, { signal });
  } catch (error) {
    console.log(`${shop}: called off`);
    throw error;
  }
  bought.push(shop);
  console.log(`${shop}: sold one lamp`);
  return shop;
}

const stop = new AbortController();
const { signal } = stop;
const orders = [buy('south', 150, signal), buy('north', 50, signal)];
const winner = await Promise.race(orders);
console.log(`main: bought from ${winner}`);
stop.abort();
await Promise.allSettled(orders);
console.log(`main: lamps to pay for: ${bought.length}`);
