// Messages between threads and processes of Node, what blocks a thread, and what the event loop calls for files and streams.
import { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { MessagePort, Worker } from 'node:worker_threads';
import { deliver, replace } from '../shared/replace.ts';
import type { Call } from '../shared/replace.ts';
import { childStrand } from './child-strand.ts';
import { calledByProgram, shown } from './locations.ts';
import type { Thread } from './thread.ts';

export function watchMessages(thread: Thread): void {
  let sending = false;
  /** A Worker sends through a port of its own: that is one message. */
  const send = ({ values, go }: Call, to: string | undefined): unknown => {
    if (sending || !calledByProgram()) return go();
    thread.emit('message', { to, text: shown(values[0]) });
    sending = true;
    try {
      return go();
    } finally {
      sending = false;
    }
  };
  replace(Worker.prototype, ['postMessage'], (call) => send(call, childStrand(call.self)?.strand));
  replace(MessagePort.prototype, ['postMessage'], (call) => send(call, undefined));
  replace(ChildProcess.prototype, ['send'], (call) => send(call, childStrand(call.self)?.strand));
  replace(process, ['send'], (call) => send(call, `${process.ppid}/0`));
  replace(MessagePort.prototype, [deliver], ({ values: [value, type], go }) => {
    if (type === 'message') thread.emitOf('received', thread.main, { text: shown(value) });
    return thread.callsBack(typeof type === 'string' ? type : 'message', go);
  });
}

export function watchEvents(thread: Thread): void {
  const event = ({ values: [name], go }: Call): unknown =>
    typeof name === 'string' ? thread.callsBack(name, go) : go();
  replace(Readable.prototype, ['emit'], event);
  replace(process, ['emit'], (call) => (call.values[0] === 'message' ? event(call) : call.go()));
  replace(Atomics, ['wait'], ({ values: [, , , limit], go }) =>
    thread.blocks(
      { kind: 'Atomics.wait', ...(typeof limit === 'number' && limit < Infinity && { ms: Math.max(0, limit) }) },
      go,
    ),
  );
  const withCallback = Object.keys(fs).filter((name) => Object.hasOwn(fs, `${name}Sync`));
  replace(fs, withCallback, (call) => call.go(thread.wrapped(call)));
}
