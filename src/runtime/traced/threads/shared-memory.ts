// Shared memory in a realm: which values are of it, and the names of its cells. All realms of a run see the same bytes.
import { hasSlot, viewName } from '../engine/slots.ts';
import type { ThreadHooks } from './hooks.ts';

/** Bytes that one name stands for: elements of any width that overlap have a name in common. */
const cellBytes = 4;

interface View {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly BYTES_PER_ELEMENT?: number;
}

export class SharedMemory {
  readonly #hooks: ThreadHooks;
  readonly #numbers = new WeakMap<object, number>();
  readonly #known = new WeakMap<object, boolean>();

  constructor(hooks: ThreadHooks) {
    this.#hooks = hooks;
  }

  isShared(buffer: object): buffer is SharedArrayBuffer {
    const known = this.#known.get(buffer);
    if (known !== undefined) return known;
    const isShared = hasSlot(buffer, 'shared');
    this.#known.set(buffer, isShared);
    return isShared;
  }

  /** Whether it is a typed array of shared memory. */
  isElements(value: unknown): value is Int32Array {
    return viewName(value) !== undefined && this.isShared((value as View).buffer);
  }

  /** The number of the memory in this run. */
  numberOf(buffer: SharedArrayBuffer): number {
    const known = this.#numbers.get(buffer);
    if (known !== undefined) return known;
    const number = this.#hooks.share(buffer);
    this.#numbers.set(buffer, number);
    return number;
  }

  /** A new object for memory that another thread has shared, of this realm. */
  buffer(number: number): SharedArrayBuffer {
    const buffer = Object.setPrototypeOf(this.#hooks.shared(number), SharedArrayBuffer.prototype) as SharedArrayBuffer;
    this.#numbers.set(buffer, number);
    return buffer;
  }

  /** The names of what an element lies in; none where there is no such element. */
  cellsOf(view: View, index: number): string[] {
    const width = view.BYTES_PER_ELEMENT ?? 1;
    return this.#cells(view, view.byteOffset + index * width, width);
  }

  /** The name of the cell at whose list a thread waits. */
  waitersOf(view: View, index: number): string {
    const at = view.byteOffset + index * (view.BYTES_PER_ELEMENT ?? 1);
    return `${this.numberOf(view.buffer as SharedArrayBuffer)}.${Math.floor(at / cellBytes)}`;
  }

  /** All that a view shows. */
  allOf(view: View): string[] {
    return this.#cells(view, view.byteOffset, view.byteLength);
  }

  #cells({ buffer }: View, from: number, bytes: number): string[] {
    const number = this.numberOf(buffer as SharedArrayBuffer);
    const last = Math.floor((from + Math.max(bytes, 1) - 1) / cellBytes);
    const names: string[] = [];
    for (let cell = Math.floor(from / cellBytes); cell <= last; cell++) names.push(`${number}.${cell}`);
    return names;
  }
}
