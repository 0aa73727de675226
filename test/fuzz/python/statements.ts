// What the workers of a random asyncio program do, a statement each: sleeps, cancellations, limits, groups, locks, queues, generators and
// context variables, one inside another.
import type { Writer } from './writer.ts';

type Make = (writer: Writer, depth: number) => readonly string[];

/** `count` statements, indented by `levels`. */
export function bodies(writer: Writer, count: number, levels: number, make: Make): string {
  const lines = Array.from({ length: count }, () => make(writer, 3)).flat();
  return lines.map((line) => `${'    '.repeat(levels)}${line}`).join('\n');
}

const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);

const seconds = (writer: Writer) => writer.pick(['0', '0.001', '0.002', '0.003', '0.005', '0.008']);

const log = (writer: Writer) => `log("${writer.fresh('line ')}")`;

/** One statement or two. */
const block: Make = (writer, depth) => [
  ...statement(writer, depth - 1),
  ...(writer.choose(2) ? statement(writer, depth - 1) : []),
];

const simple: readonly [Make, ...Make[]] = [
  (writer) => [log(writer)],
  (writer) => [`await asyncio.sleep(${seconds(writer)})`, log(writer)],
  (writer) => [`await queue.put("${writer.fresh('item ')}")`, log(writer)],
  () => ['log("got", await queue.get())'],
  (writer) => [`try: log("got", queue.get_nowait())`, `except asyncio.QueueEmpty: ${log(writer)}`],
  () => ['event.set()'],
  (writer) => ['event.clear()', log(writer)],
  (writer) => ['await event.wait()', log(writer)],
  (writer) => [`variable.set("${writer.fresh('value ')}")`, log(writer)],
  (writer) => [`tasks[${writer.choose(2)} % len(tasks)].cancel("${writer.fresh('reason ')}")`],
  () => ['log(asyncio.current_task().cancelling(), asyncio.current_task().uncancel())'],
  () => ['asyncio.create_task(notify(condition))', 'async with condition: log("notified", await condition.wait())'],
  (writer) => [`asyncio.get_running_loop().call_soon(log, "${writer.fresh('soon ')}")`],
  (writer) => [`asyncio.get_running_loop().call_later(${seconds(writer)}, log, "${writer.fresh('later ')}")`],
  (writer) => [`raise KeyError("${writer.fresh('error ')}")`],
  (writer) => [`log(await naps("${writer.fresh('nap ')}", ${seconds(writer)}))`],
  (writer) => {
    const name = writer.fresh('generator ');
    return [`steps = numbers("${name}")`, 'log(next(steps), steps.send("sent"))', 'steps.close()'];
  },
];

const nested: readonly [Make, ...Make[]] = [
  (writer, depth) => ['async with lock:', ...indented(block(writer, depth))],
  (writer, depth) => ['async with seats:', ...indented(block(writer, depth))],
  (writer, depth) => [
    'try:',
    `    async with asyncio.timeout(${seconds(writer)}):`,
    ...indented(indented(block(writer, depth))),
    `except TimeoutError: ${log(writer)}`,
  ],
  (writer, depth) => [
    'try:',
    ...indented(block(writer, depth)),
    `except asyncio.CancelledError as error: log("swallowed", *error.args)`,
  ],
  (writer, depth) => ['try:', ...indented(block(writer, depth)), 'finally:', ...indented(simpleOne(writer, depth))],
  (writer, depth) => [
    'try:',
    ...indented(block(writer, depth)),
    'except (KeyError, ValueError) as error: log(repr(error))',
  ],
  (writer, depth) => [
    `async for number in ticks("${writer.fresh('ticks ')}", ${1 + writer.choose(3)}):`,
    '    log("tick", number)',
    ...indented(block(writer, depth)),
    ...(writer.choose(2) ? ['    break'] : []),
  ],
  (writer, depth) => {
    const name = writer.fresh('async generator ');
    return [
      `steps = ticks("${name}", 3)`,
      'log(await anext(steps))',
      'try:',
      ...indented(block(writer, depth)),
      'finally: await steps.aclose()',
    ];
  },
  (writer) => {
    const child = `naps("${writer.fresh('child ')}", ${seconds(writer)})`;
    return [
      `child = asyncio.create_task(${child})`,
      `await asyncio.sleep(${seconds(writer)})`,
      'log(child.done())',
      'await child',
    ];
  },
  (writer) => [
    `child = asyncio.create_task(naps("${writer.fresh('child ')}", ${seconds(writer)}))`,
    `await asyncio.sleep(${seconds(writer)})`,
    `log(child.cancel("${writer.fresh('reason ')}"))`,
    'try: log(await child)',
    'except asyncio.CancelledError as error: log("child", *error.args)',
  ],
  (writer) => [
    `try: log(await asyncio.wait_for(naps("${writer.fresh('limited ')}", ${seconds(writer)}), ${seconds(writer)}))`,
    `except TimeoutError: ${log(writer)}`,
  ],
  (writer) => [
    `inner = asyncio.create_task(naps("${writer.fresh('shielded ')}", ${seconds(writer)}))`,
    'try: log(await asyncio.shield(inner))',
    'finally: log(inner.done())',
  ],
  (writer) => {
    const [one, other] = [writer.fresh('part '), writer.fresh('part ')];
    return [
      'log(await asyncio.gather(',
      `    naps("${one}", ${seconds(writer)}),`,
      `    ${writer.pick(['naps', 'fails'])}("${other}", ${seconds(writer)}),`,
      `    return_exceptions=${writer.pick(['True', 'False'])},`,
      '))',
    ];
  },
  (writer) => {
    const [one, other] = [writer.fresh('member '), writer.fresh('member ')];
    return [
      'try:',
      '    async with asyncio.TaskGroup() as group:',
      `        group.create_task(naps("${one}", ${seconds(writer)}))`,
      `        group.create_task(${writer.pick(['quiet', 'fails'])}("${other}", ${seconds(writer)}))`,
      `        ${log(writer)}`,
      'except* ValueError as errors: log(len(errors.exceptions))',
    ];
  },
  (writer) => [
    `waited = [asyncio.create_task(naps("${writer.fresh('waited ')}", ${seconds(writer)})) for _ in range(2)]`,
    `done, pending = await asyncio.wait(waited, timeout=${seconds(writer)}, return_when=asyncio.${writer.pick(['ALL_COMPLETED', 'FIRST_COMPLETED'])})`,
    'log(len(done), len(pending))',
    'for one in waited: one.cancel()',
  ],
  (writer, depth) => [
    'token = variable.set("inner")',
    'try:',
    ...indented(block(writer, depth)),
    'finally: variable.set("outer")',
  ],
];

const simpleOne: Make = (writer, depth) => writer.pick(simple)(writer, depth);

export const statement: Make = (writer, depth) =>
  writer.pick(depth > 0 ? [...simple, ...nested] : simple)(writer, depth);
