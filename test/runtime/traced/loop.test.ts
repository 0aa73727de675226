// The turns of Node's event loop, where an order rests on one rule of it alone.
import { expect, test } from 'vitest';
import { loopPrograms, withLog } from './loop-programs.ts';
import { printed } from './traced.ts';

const log = (text: string) => `console.log('${text}')`;

test('an immediate that an earlier one of its turn clears does not run', () => {
  const source = `
    setImmediate(() => { ${log('first')}; clearImmediate(second); });
    const second = setImmediate(() => ${log('second')});
    setImmediate(() => ${log('third')});`;
  expect(printed(source)).toEqual(['first', 'third']);
});

test('what an immediate sets runs in the next turn, after the messages that have come until then', () => {
  const source = `
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => { ${log('message')}; port2.close(); };
    setImmediate(() => { port1.postMessage(1); setImmediate(() => ${log('next turn')}); });
    setImmediate(() => ${log('same turn')});`;
  expect(printed(source)).toEqual(['same turn', 'message', 'next turn']);
});

test.each([
  ['have come before the port is started', 'send();', ''],
  ['come to a port that is started', '', 'send();'],
])('all messages that %s arrive in one turn, with microtasks after each', (_, before, after) => {
  const source = `
    const { port1, port2 } = new MessageChannel();
    const send = () => { for (const text of ['one', 'two', 'three']) port1.postMessage(text); };
    setImmediate(() => ${log('immediate')});
    ${before}
    port2.onmessage = ({ data }) => {
      console.log(data);
      queueMicrotask(() => console.log('after', data));
      if (data === 'three') port2.close();
    };
    ${after}`;
  const messages = ['one', 'two', 'three'].flatMap((text) => [text, `after ${text}`]);
  expect(printed(source)).toEqual([...messages, 'immediate']);
});

test('a refreshed timer waits in the list of its delay, which is looked at again when it was first due', () => {
  const source = `
    const timer = setTimeout(() => ${log('refreshed')}, 20);
    setTimeout(() => timer.refresh(), 10);
    setTimeout(() => setTimeout(() => ${log('set later, due at the same time')}, 15), 15);`;
  expect(printed(source)).toEqual(['set later, due at the same time', 'refreshed']);
});

test('a refreshed timer goes behind the others of its delay', () => {
  const source = `
    const timer = setTimeout(() => ${log('refreshed')}, 20);
    setTimeout(() => ${log('not refreshed')}, 20);
    timer.refresh();`;
  expect(printed(source)).toEqual(['not refreshed', 'refreshed']);
});

test.each(loopPrograms)('%s', (_, source, lines) => expect(printed(withLog(source))).toEqual(lines));
