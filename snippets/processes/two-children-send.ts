// Two children send two names each to main.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

function work(letter: string) {
  process.send!(`${letter}1`);
  process.send!(`${letter}2`);
}

function start(letter: string) {
  const child = fork(import.meta.filename, [letter]);
  child.on('message', (name) => console.log(`main: got ${name}`));
  return child;
}

const letter = process.argv[2];
if (letter) {
  work(letter);
} else {
  const children = ['a', 'b'].map(start);
  await Promise.all(children.map((one) => once(one, 'disconnect')));
  console.log('main: has all');
}
