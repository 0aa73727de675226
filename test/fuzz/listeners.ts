// Random listeners: emitters and targets that are told of something while they tell, ports, and what AsyncLocalStorage holds meanwhile.
import type { Builder, Make, Place } from './builder.ts';

const callback = (place: Place): Place => ({ ...place, async: false });
const quiet = (place: Place): Place => ({ ...place, async: false, caught: false });

/** An emitter whose listener emits again; one listener may throw, and whoever emits catches. */
export const nestedEmitter: Make = (builder, place) => {
  const emitter = builder.name('e');
  const add = () => builder.pick(['on', 'once', 'prependListener', 'prependOnceListener']);
  const thrown = builder.pick(['', '', `if (v === 1) fail('${builder.name('t')}');`]);
  const more = builder.pick(['', `${emitter}.removeAllListeners('again');`, `${emitter}.off('again', first);`]);
  return `{ const ${emitter} = new EventEmitter();
const first = (v) => { ${builder.log('v')} if (v < 2) ${emitter}.emit('again', v + 1); ${builder.log('v')} };
${emitter}.${add()}('again', first);
${emitter}.${add()}('again', (v) => { ${builder.log('v')} ${thrown} ${more} });
${emitter}.${add()}('again', (v) => {\n${builder.block(callback({ ...place, caught: false, depth: 1 }))}\n});
try { ${builder.log(`${emitter}.emit('again', 0)`)} } catch (e) { ${builder.log('e')} }
${builder.log(`${emitter}.listenerCount('again')`)} }`;
};

export const nestedTarget: Make = (builder) => {
  const target = builder.name('g');
  const once = () => builder.pick(['', ', { once: true }']);
  const stop = builder.pick([
    '',
    '',
    'event.stopImmediatePropagation();',
    `${target}.removeEventListener('x', second);`,
  ]);
  return `{ const ${target} = new EventTarget(); let left = 2;
const second = () => { ${builder.log()} };
${target}.addEventListener('x', (event) => { ${builder.log('event.type')} if (left-- > 0) ${target}.dispatchEvent(new Event('x')); ${stop} }${once()});
${target}.addEventListener('x', second${once()});
${builder.log(`${target}.dispatchEvent(new Event('x', { cancelable: true }))`)} }`;
};

/** Messages in both directions; the last one closes the port. Node's virtual clock sees immediates and no messages: `post` sets some. */
export const messages: Make = (builder, place) => {
  const channel = builder.name('m');
  const answer = builder.pick(['', `post(${channel}.port1, '${builder.name('a')}');`]);
  const sent = Array.from({ length: builder.choose(3) }, () => `post(${channel}.port2, '${builder.name('v')}');`);
  const end = `post(${channel}.port2, 'end');`;
  const last = builder.pick([end, `setImmediate(() => { ${builder.log()} ${end} });`]);
  return `{ const ${channel} = new MessageChannel();
${channel}.port1.on('message', (v) => { ${builder.log('v')}\n${builder.block(quiet({ ...place, depth: 2 }))}\n${answer} if (v === 'end') ${channel}.port1.close(); });
${channel}.port2.on('message', (v) => { ${builder.log('v')} });
${sent.join('\n')}
${last} }`;
};

/** A store that is entered, or left, in the middle of what runs. */
export const entered: Make = (builder, place) => {
  const value = builder.name('c');
  const inner = builder.block(callback(place));
  return builder.pick([
    () => `store.enterWith('${value}');\n${builder.log('store.getStore()')}`,
    () => `store.exit(() => {\n${inner}\n${builder.log('store.getStore()')}\n});`,
    () =>
      `(async () => { ${builder.log('store.getStore()')} store.enterWith('${value}'); await null; ${builder.log('store.getStore()')} })();\n${builder.log('store.getStore()')}`,
    () =>
      `void Promise.resolve().then(() => store.enterWith('${value}')).then(() => { ${builder.log('store.getStore()')} });`,
  ])();
};

export function boundResource(builder: Builder): string {
  const bound = builder.name('b');
  const made = `new AsyncResource('${builder.name('r')}')`;
  const run = builder.pick([
    `const ${bound} = store.run('${builder.name('c')}', () => AsyncResource.bind(() => { ${builder.log('store.getStore()')} }));`,
    `const ${bound} = store.run('${builder.name('c')}', () => { const r = ${made}; return () => r.runInAsyncScope(() => { ${builder.log('store.getStore()')} }); });`,
    `const ${bound} = store.run('${builder.name('c')}', () => { const r = ${made}; return r.bind(() => { ${builder.log('store.getStore()')} }); });`,
  ]);
  return `{ ${run}\n${builder.pick([`${bound}();`, `setTimeout(${bound}, 1);`, `queueMicrotask(${bound});`])} }`;
}
