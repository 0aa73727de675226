// The global scope of the Worker, made as bare as the traced engine's world: what a program finds by name is what Node
// has and the engine allows. This keeps programs alike, it is no sandbox: that is the page's or the server's policy.
import { globalNames } from '../traced/api/names.ts';
import { hostGlobals } from '../traced/compile/available.ts';

/** The engine compiles by an indirect eval; programs are refused by name if they use it. */
const kept: ReadonlySet<PropertyKey> = new Set<PropertyKey>([...hostGlobals, ...globalNames, 'eval']);

/** Takes away every other global, also those that a Worker inherits. What our own code needs it holds already. */
export function bareGlobals(): void {
  shareMemory();
  for (let holder: object = globalThis; holder !== Object.prototype; holder = prototypeOf(holder)) {
    for (const key of Reflect.ownKeys(holder)) if (!kept.has(key)) Reflect.deleteProperty(holder, key);
  }
}

/** A browser hides SharedArrayBuffer where another thread could read a clock through it; a program here is alone. */
function shareMemory(): void {
  if ('SharedArrayBuffer' in globalThis) return;
  const { buffer } = new WebAssembly.Memory({ initial: 0, maximum: 0, shared: true });
  Object.defineProperty(globalThis, 'SharedArrayBuffer', {
    value: buffer.constructor,
    writable: true,
    configurable: true,
  });
}

function prototypeOf(holder: object): object {
  return (Object.getPrototypeOf(holder) as object | null) ?? Object.prototype;
}
