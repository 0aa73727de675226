// Does a line come before another one, wherever both stand?
function isBefore(lines: string[], first: string, second: string) {
  const [a, b] = [lines.indexOf(first), lines.indexOf(second)];
  return a >= 0 && b >= 0 && a < b;
}

const pairs = [
  ['a1', 'a2'],
  ['b1', 'b2'],
] as const;
for (const text of ['a1 b1 a2 b2', 'b1 b2 a1 a2', 'a2 a1 b1 b2', 'a1 a2 b1']) {
  const lines = text.split(' ');
  const holds = pairs.every(([a, b]) => isBefore(lines, a, b));
  console.log(`${text}: ${holds ? 'holds' : 'broken'}`);
}
