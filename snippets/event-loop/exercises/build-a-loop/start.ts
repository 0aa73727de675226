// A loop that does not look at its sockets yet.
class Loop {
  now = 0;
  ready: (() => void)[] = [];
  timers: { due: number; callback: () => void }[] = [];
  arrivals: { due: number; callback: () => void }[] = [];

  callLater(delay: number, callback: () => void) {
    this.timers.push({ due: this.now + delay, callback });
    this.timers.sort((one, other) => one.due - other.due);
  }

  poll(until: number) {
    this.now = until; // your lines
  }

  run() {
    const queues = [this.ready, this.timers];
    while (queues.some((queue) => queue.length > 0)) {
      const due = this.timers[0]?.due ?? Infinity;
      this.poll(this.ready.length > 0 ? this.now : due);
      while (this.timers.length > 0 && this.timers[0]!.due <= this.now)
        this.ready.push(this.timers.shift()!.callback);
      for (const callback of this.ready.splice(0)) callback();
    }
  }
}

const loop = new Loop();
const log = (text: string) => console.log(`at ${loop.now}: ${text}`);
const onReadable = () => log('socket readable');
loop.arrivals.push({ due: 150, callback: onReadable });
loop.callLater(300, () => log('tea'));
loop.callLater(100, () => log('eggs'));
loop.run();
log('nothing left to run');
