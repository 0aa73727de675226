// A check fails and main cleans up, while a save is on its way.
const connection = { open: true };
const sent = Promise.withResolvers<void>();

async function save() {
  await sent.promise;
  const { open } = connection;
  console.log(open ? 'save: saved' : 'save: lost, no connection');
}

async function check() {
  throw new Error('check failed');
}

const saving = save();
try {
  await Promise.all([saving, check()]);
} catch (error) {
  console.log(`main: ${(error as Error).message}`);
} finally {
  connection.open = false;
  console.log('main: connection closed');
}
sent.resolve(); // the network has been slow until now
await saving;
