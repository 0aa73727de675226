// node:worker_threads. A program of one thread has its ports; one that may start threads (it says that it needs them) has the rest.
import type { Environment } from '../../engine/environment.ts';
import { named } from '../../engine/named.ts';
import type { Globals } from '../globals.ts';
import { coded, received } from '../arguments.ts';
import type { Refusals } from '../refusals.ts';
import { refuseMember } from '../refuse.ts';
import { ThreadPort } from './thread-port.ts';
import { createWorker } from './worker.ts';

export function createWorkerThreads(environment: Environment, { channels, emitter, side, refusals }: Globals) {
  const { mailbox } = environment;
  const { turns } = environment.core;
  const { MessageChannel, MessagePort } = channels();
  const environmentData = new Map<unknown, unknown>();
  const own = turns?.own;
  const isMainThread = own === undefined || own.thread === 0;
  if (side && own) {
    for (const [key, value] of own.environmentData)
      environmentData.set(side.courier.read(key), side.courier.read(value));
  }
  return {
    MessageChannel,
    MessagePort,
    isMainThread,
    isInternalThread: false,
    threadId: own?.thread ?? 0,
    threadName: own?.threadName ?? '',
    workerData: isMainThread || !side ? null : side.courier.read(own.workerData),
    parentPort:
      own?.port === undefined || !mailbox ? null : new MessagePort(new ThreadPort(environment, mailbox, own.port)),
    Worker: guarded(
      refusals,
      turns && side
        ? createWorker(environment, { turns, side, EventEmitter: emitter(), environmentData })
        : alone(environment),
    ),
    receiveMessageOnPort: receiving(environment, channels),
    getEnvironmentData: (key: unknown) => environmentData.get(key),
    setEnvironmentData: (key: unknown, value: unknown) => {
      if (value === undefined) environmentData.delete(key);
      else environmentData.set(key, value);
    },
  };
}

/** What a Worker of Node has besides is refused by name. */
function guarded(refusals: Refusals, made: { readonly prototype: object }): object {
  refusals.guardOwn('Worker', made.prototype);
  return made;
}

/** A program that does not say that it needs threads has none. */
function alone(environment: Environment): { readonly prototype: object } {
  return named('Worker', function () {
    return refuseMember(environment, 'Worker', 'write "needs: threads" into the first comment of the program');
  });
}

function receiving(environment: Environment, channels: Globals['channels']) {
  return (port: unknown): unknown => {
    const data = typeof port === 'object' && port !== null ? channels().dataOf(port) : undefined;
    if (data) return data.take();
    const what = received(port, environment.formatter.inspect);
    throw coded(
      new TypeError(`The "port" argument must be a MessagePort instance. Received ${what}`),
      'ERR_INVALID_ARG_TYPE',
    );
  };
}
