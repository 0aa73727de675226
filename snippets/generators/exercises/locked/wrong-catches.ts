// A lock that is held while a loop takes items, however it ends.
function* locked(run: string, items: Iterable<number>) {
  console.log(`${run}: lock taken`);
  try {
    yield* items;
  } catch {
    console.log(`${run}: lock released`);
  }
}

for (const item of locked('finish', [1, 2])) {
  console.log(`finish: item ${item}`);
}
console.log('finish: main goes on');

for (const item of locked('break', [1, 2])) {
  console.log(`break: item ${item}`);
  break;
}
console.log('break: main goes on');

try {
  for (const item of locked('error', [1, 2])) {
    console.log(`error: item ${item}`);
    throw new RangeError('stop');
  }
} catch {
  console.log('error: main goes on');
}
