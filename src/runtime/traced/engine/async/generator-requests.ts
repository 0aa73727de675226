// What the body of an async generator yields to the engine, and what it gets back; a program never sees these.

/** Suspend until the value is settled. */
export class AwaitRequest {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** Answer the request at the head of the queue. */
export class YieldRequest {
  readonly value: unknown;
  readonly line: number;

  constructor(value: unknown, line: number) {
    this.value = value;
    this.line = line;
  }
}

/** End the body with this value, through its finally blocks. */
export class ReturnRequest {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** The request that woke the body from a yield. */
export interface Received {
  readonly how: 'next' | 'throw' | 'return';
  readonly value: unknown;
}

/** A body gets back what the engine sends: after a yield always a request. */
export function received(value: unknown): Received {
  if (typeof value !== 'object' || value === null || !('how' in value))
    throw new TypeError('a yield without a request');
  return value as Received;
}
