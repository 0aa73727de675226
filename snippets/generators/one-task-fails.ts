// The same queue and tasks, but one task fails at its first step.
type Task = Generator<undefined, void, undefined>;
const ready: Task[] = [];

function run() {
  for (let task = ready.shift(); task; task = ready.shift()) {
    const { done } = task.next();
    if (!done) ready.push(task);
  }
}

function* job(name: string, steps: number): Task {
  for (let step = 1; step <= steps; step++) {
    if (name === 'B') throw new RangeError('B broke');
    console.log(`${name}: step ${step}`);
    yield;
  }
  console.log(`${name}: done`);
}

function* parent(): Task {
  ready.push(job('child', 1));
  console.log('parent: child queued');
  yield;
  console.log('parent: done');
}

ready.push(job('A', 2), parent(), job('B', 1));
console.log('main: three queued');
try {
  run();
} catch (error) {
  console.log(`main: caught ${(error as Error).message}`);
}
console.log(`main: ${ready.length} tasks still in the queue`);
