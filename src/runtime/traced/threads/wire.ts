// A message between threads as text: the copy that structuredClone makes, written down and read in the realm of another thread. What is
// shared, and a port that moves, is named by its number.

/** A value that is no object, or the number of one. */
export type Written =
  | string
  | number
  | boolean
  | null
  | readonly ['undefined']
  | readonly ['number', string]
  | readonly ['bigint', string]
  | readonly ['object', number];

type Pairs = readonly (readonly [Written, Written])[];

/** An object; others are named by their places in the list. */
export type WrittenObject =
  | readonly ['plain', Pairs]
  | readonly ['array', length: number, Pairs]
  | readonly ['map', Pairs]
  | readonly ['set', readonly Written[]]
  | readonly ['date', number | null]
  | readonly ['regExp', source: string, flags: string]
  | readonly ['boxed', Written]
  | readonly ['buffer', readonly number[]]
  | readonly ['shared', number]
  | readonly ['view', name: string, buffer: Written, offset: number, length: number]
  | readonly ['error', name: string, stack: string, message: string | null, cause: Written | null]
  | readonly ['port', number];

/** In place of a message: the other side of the port is closed, and nothing comes after it. */
export const closedPort = '';

/** Carries values to other threads and from them. */
export interface MessageCourier {
  /** Throws a DataCloneError, or what a getter of the program throws. What is transferred is gone afterwards. */
  write(value: unknown, transfer?: readonly unknown[]): string;
  read(text: string): unknown;
}

export interface Message {
  readonly value: Written;
  readonly objects: readonly WrittenObject[];
}
