// Main asks a child three questions, which answers the least first.
// needs: processes
import { fork } from 'node:child_process';
import { on, once } from 'node:events';

async function work() {
  const numbers: number[] = [];
  for await (const [number] of on(process, 'message')) {
    if (numbers.push(number) === 3) break;
  }
  numbers.sort((a, b) => a - b);
  for (const number of numbers) process.send!([number, number ** 2]);
}

async function main(asked: number[]) {
  const child = fork(import.meta.filename, ['child']);
  const squares: number[] = []; // your lines
  child.on('message', (answer) => {
    const [, square] = answer as [number, number];
    squares.push(square);
  });
  for (const number of asked) child.send(number);
  await once(child, 'disconnect');
  for (const number of asked) {
    console.log(`${number} squared is ${squares.shift()}`);
  }
}

if (process.argv[2] === 'child') await work();
else await main([3, 2, 4]);
