// `node --import` this, and Node waits for what it prints, as it does on a terminal. Into a full pipe it would write later:
// a program that never gives way would then keep all further lines for itself, without end.
import { property } from '../shared/property.ts';

for (const name of ['stdout', 'stderr'] as const) {
  const own = Object.getOwnPropertyDescriptor(process, name);
  const open = property(own, 'get');
  if (!own || typeof open !== 'function') continue;
  const get = (): unknown => {
    Object.defineProperty(process, name, own);
    const stream: unknown = Reflect.apply(open, process, []);
    waitForWrites(stream);
    return stream;
  };
  Object.defineProperty(process, name, { ...own, get });
}

/** A stream that is no pipe has nothing of the kind. */
function waitForWrites(stream: unknown): void {
  const handle = property(stream, '_handle');
  const setBlocking = property(handle, 'setBlocking');
  if (typeof setBlocking === 'function') Reflect.apply(setBlocking, handle, [true]);
}
