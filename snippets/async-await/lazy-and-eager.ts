// Which line of an async function runs at the call?
async function brew(drink: string) {
  console.log(`${drink}: starts`);
  await null;
  console.log(`${drink}: goes on`);
  return `${drink} is ready`;
}

console.log('main: calls');
const tea = brew('tea');
console.log('main: has called');
console.log(`main: ${await tea}`);

const coffee = Promise.resolve('coffee').then(brew);
console.log('main: has scheduled');
console.log(`main: ${await coffee}`);
