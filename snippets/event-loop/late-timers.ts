// Three timers have come due while the program computed.
function work(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

setTimeout(() => console.log('A, 20 ms'), 20);
setTimeout(() => console.log('B, 30 ms'), 30);
work(15);
setTimeout(() => console.log('C, 20 ms, set 15 ms later'), 20);
work(100);
console.log('main: all three are due');
