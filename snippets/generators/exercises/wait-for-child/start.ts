// A task that yields another task should wait until that one has ended.
type Task = Generator<Task | undefined, void, undefined>;
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
  const child = job('child', 2);
  ready.push(child);
  console.log('parent: waits');
  yield child;
  console.log('parent: done');
}

ready.push(parent(), job('A', 3));
run();
console.log('main: queue empty');
