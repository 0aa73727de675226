// The same check in a generator and in an ordinary function.
function* lazy(from: number) {
  if (from < 0) throw new RangeError('from is negative');
  while (from > 0) yield from--;
}

function eager(from: number) {
  if (from < 0) throw new RangeError('from is negative');
  return lazy(from);
}

try {
  const numbers = lazy(-1);
  console.log('lazy: call accepted');
  numbers.next();
} catch {
  console.log('lazy: refused at next');
}

try {
  eager(-1);
  console.log('eager: call accepted');
} catch {
  console.log('eager: refused at the call');
}
