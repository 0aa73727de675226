// util.callbackify: a function that gives a promise, as one whose last argument is a callback, which a tick calls.
import type { Callback, Environment } from '../../engine/environment.ts';
import { anonymous } from '../../engine/named.ts';
import { invokeThen } from '../../engine/promise/capability.ts';
import { askedAt } from '../../engine/asked.ts';
import { callbackOnly, coded } from '../arguments.ts';

export function callbackify(environment: Environment, work: Callback): object {
  const { core, formatter } = environment;
  const made = anonymous(function (this: unknown, ...args: unknown[]): void {
    const callback = callbackOnly(args.pop(), formatter, 'last argument');
    const answer = (...given: readonly unknown[]) => callLater(environment, callback, given, this);
    const promise: unknown = Reflect.apply(work, this, args);
    const passing = (line: number) => ({ kind: 'engine', does: 'then of object', ...askedAt(line) }) as const;
    invokeThen(
      promise,
      core.hide((value: unknown) => answer(null, value), passing),
      core.hide((reason: unknown) => answer(reason || falsyReason(reason)), passing),
    );
  });
  const properties: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(work);
  const changed = (name: string, change: (value: unknown) => unknown) =>
    Object.assign({}, properties[name], { value: change(properties[name]?.value) });
  return Object.defineProperties(made, {
    ...properties,
    length: changed('length', (length) => (typeof length === 'number' ? length + 1 : length)),
    name: changed('name', (name) => (typeof name === 'string' ? `${name}Callbackified` : name)),
  });
}

function callLater(environment: Environment, callback: Callback, args: readonly unknown[], self: unknown): void {
  const work = environment.strand('nextTick callback', callback, args, self);
  environment.taskQueues.nextTick(work, () => ({
    kind: 'callback',
    of: 'nextTick',
    ...(callback.name !== '' && { name: callback.name }),
  }));
}

function falsyReason(reason: unknown): Error {
  const error = coded(new Error('Promise was rejected with falsy value'), 'ERR_FALSY_VALUE_REJECTION');
  return Object.assign(error, { reason });
}
