// Guests are filtered by an async test, without and with await.
const guests = ['ann', 'bob', 'cid'];

async function isInvited(name: string) {
  return name !== 'bob';
}

const wrong = guests.filter((name) => isInvited(name));
console.log(`without await: ${wrong.join(' ')}`);

const right: string[] = [];
for (const name of guests) {
  if (await isInvited(name)) right.push(name);
}
console.log(`with await: ${right.join(' ')}`);
