// The reference is taken below the patch.
function check(label: string, call: () => unknown) {
  console.log(label);
  call();
}

const original = globalThis.setTimeout;
globalThis.setTimeout = ((...args: Parameters<typeof setTimeout>) => {
  console.log('reached');
  return original(...args);
}) as typeof setTimeout;

const late = globalThis.setTimeout;

check('looked up at the call', () => setTimeout(() => {}, 1));
check('taken after the patch', () => late(() => {}, 1));
