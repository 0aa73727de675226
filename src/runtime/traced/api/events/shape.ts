// What an emitter and its class look like from within, and the symbols that Node keeps on them.
import type { Events } from './handlers.ts';

export const captureRejectionSymbol = Symbol.for('nodejs.rejection');
export const errorMonitor = Symbol('events.errorMonitor');
export const kCapture = Symbol('kCapture');
export const kShapeMode = Symbol('shapeMode');

export interface Emitter {
  _events: Events | undefined;
  _eventsCount: number;
  _maxListeners: number | undefined;
  [kShapeMode]: boolean;
  [kCapture]: boolean;
  emit(name: string | symbol, ...args: unknown[]): boolean;
  on(name: string | symbol, listener: unknown): this;
  listenerCount(name: string | symbol, listener?: unknown): number;
}

export interface EmitterClass {
  new (options?: object): Emitter;
  readonly prototype: Emitter;
  defaultMaxListeners: number;
}
