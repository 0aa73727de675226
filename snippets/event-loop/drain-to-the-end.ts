// The same callbacks in a loop with turns and in one without.
class Loop {
  now = 0;
  ready: (() => void)[] = [];
  timers: { due: number; callback: () => void }[] = [];

  run(oneTurn: boolean) {
    while (this.ready.length > 0 || this.timers.length > 0) {
      const next = this.timers[0];
      if (next && (this.ready.length === 0 || next.due <= this.now)) {
        this.now = Math.max(this.now, next.due);
        this.ready.push(this.timers.shift()!.callback);
      }
      let left = oneTurn ? this.ready.length : Infinity;
      while (left-- > 0 && this.ready.length > 0) {
        this.ready.shift()!();
        this.now += 10; // each callback works for 10 ms
      }
    }
  }
}

function show(oneTurn: boolean) {
  const loop = new Loop();
  let round = 0;
  const busy = () => {
    if (++round < 5) loop.ready.push(busy);
    else console.log(`at ${loop.now}: round 5`);
  };
  const alarm = () => console.log(`at ${loop.now}: alarm`);
  loop.timers.push({ due: 20, callback: alarm });
  loop.ready.push(busy);
  loop.run(oneTurn);
}

console.log('one turn at a time');
show(true);
console.log('until the queue is empty');
show(false);
