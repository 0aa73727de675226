// Two tasks add to one counter, with a yield inside or before.
type Task = Generator<undefined, void, undefined>;
let counter = 0;

function run(...ready: Task[]) {
  for (let task = ready.shift(); task; task = ready.shift()) {
    if (!task.next().done) ready.push(task);
  }
}

function* torn(name: string): Task {
  const seen = counter;
  console.log(`torn ${name}: sees ${seen}`);
  yield;
  counter = seen + 1;
}

function* whole(name: string): Task {
  yield;
  const seen = counter;
  console.log(`whole ${name}: sees ${seen}`);
  counter = seen + 1;
}

run(torn('A'), torn('B'));
console.log(`torn: counter is ${counter}`);
counter = 0;
run(whole('A'), whole('B'));
console.log(`whole: counter is ${counter}`);
