// A loop that yields each value again, and a delegation.
type Inner = Generator<string, string, string | undefined>;

function* inner(run: string): Inner {
  const answer = yield 'question';
  console.log(`${run}: inner got ${answer ?? 'nothing'}`);
  return 'result';
}

function* loop(): Generator<string, void, string> {
  for (const question of inner('loop')) {
    const answer = yield question;
    console.log(`loop: outer got ${answer}`);
  }
}

function* delegate(): Generator<string, void, string> {
  const result = yield* inner('delegate');
  console.log(`delegate: outer got ${result}`);
}

for (const dialogue of [loop(), delegate()]) {
  dialogue.next();
  dialogue.next('answer');
}
