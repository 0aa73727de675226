// A computation of 150 ms under a time limit of 50 ms.
function compute(ms: number) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

setImmediate(() => console.log('other: runs'));
console.log('computation: start');
try {
  const limit = AbortSignal.timeout(50);
  compute(150);
  limit.throwIfAborted();
  console.log('computation: end');
} catch {
  console.log('time limit: fired');
}
