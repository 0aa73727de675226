// The same loop, with two timers for the same moment.
class Loop {
  now = 0;
  ready: (() => void)[] = [];
  timers: { due: number; callback: () => void }[] = [];

  callLater(delay: number, callback: () => void) {
    this.timers.push({ due: this.now + delay, callback });
    this.timers.sort((one, other) => one.due - other.due);
  }

  run() {
    while (this.ready.length > 0 || this.timers.length > 0) {
      if (this.ready.length === 0) this.now = this.timers[0]!.due;
      while (this.timers.length > 0 && this.timers[0]!.due <= this.now)
        this.ready.push(this.timers.shift()!.callback);
      for (const callback of this.ready.splice(0)) callback();
    }
  }
}

function* task(name: string, delay: number) {
  console.log(`at ${loop.now}: ${name} first half`);
  yield delay;
  console.log(`at ${loop.now}: ${name} second half`);
}

function start(steps: Generator<number, void>) {
  loop.ready.push(function step() {
    const { done, value } = steps.next();
    if (!done) loop.callLater(value, step);
  });
}

const loop = new Loop();
start(task('tea', 300));
start(task('eggs', 300));
console.log('both started, neither has run');
loop.run();
console.log(`at ${loop.now}: nothing left to run`);
