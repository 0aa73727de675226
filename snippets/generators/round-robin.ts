// A ready queue, a loop that empties it, and four tasks.
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
run();
console.log('main: queue empty');
