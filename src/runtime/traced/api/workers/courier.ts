// Carries values from thread to thread: as texts that say what structuredClone would make of them, with what moves and what is shared.
import type { Environment } from '../../engine/environment.ts';
import { isObject } from '../../engine/object.ts';
import { domError } from '../web/dom-exception.ts';
import { cloned } from '../web/structured-clone.ts';
import { hasSlot } from '../../engine/slots.ts';
import { read } from '../../threads/read.ts';
import type { Turns } from '../../threads/turns.ts';
import { written } from '../../threads/write.ts';
import type { Message, MessageCourier } from '../../threads/wire.ts';

/** What the courier asks of the ports of a run. */
export interface MovingPorts {
  /** The number of a port that may move; undefined for anything else. */
  readonly numberOf: (value: object) => number | undefined;
  readonly isPort: (value: object) => boolean;
  /** The object is no port any more. */
  readonly detach: (port: object) => void;
  /** An object for a port that has come to this thread. */
  readonly arrived: (number: number) => object;
}

// a program may replace the methods of JSON
const { parse, stringify } = JSON;
const RealmDate = Date;

export class Courier implements MessageCourier {
  readonly #environment: Environment;
  readonly #turns: Turns;
  readonly #ports: MovingPorts;

  constructor(environment: Environment, turns: Turns, ports: MovingPorts) {
    this.#environment = environment;
    this.#turns = turns;
    this.#ports = ports;
  }

  write(value: unknown, transfer: readonly unknown[] = []): string {
    const moved = transfer.map((each) => this.#movable(each));
    const twice = moved.find((each, index) => moved.indexOf(each) < index);
    if (twice) {
      const kind = this.#ports.isPort(twice) ? 'MessagePort' : 'ArrayBuffer';
      throw domError(`Transfer list contains duplicate ${kind}`, 'DataCloneError');
    }
    const copy = cloned(this.#environment, value, { moved, check: (each) => this.#refusePort(each) });
    const text = stringify(written(copy, { memory: this.#turns.memory, portOf: this.#ports.numberOf }));
    for (const each of moved) {
      if (this.#ports.isPort(each)) this.#ports.detach(each);
      else ArrayBuffer.prototype.transfer.call(each as ArrayBuffer);
    }
    return text;
  }

  read(text: string): unknown {
    return read(parse(text) as Message, {
      memory: this.#turns.memory,
      port: (number) => {
        this.#turns.ask({ do: 'own', port: number });
        return this.#ports.arrived(number);
      },
      date: (time) => new RealmDate(time),
    });
  }

  #movable(value: unknown): object {
    if (isObject(value) && this.#ports.isPort(value)) return value;
    if (isObject(value) && hasSlot(value, 'buffer')) {
      if (!(value as ArrayBuffer).detached) return value;
      throw domError('Cannot transfer object of unsupported type.', 'DataCloneError');
    }
    throw domError('Found invalid value in transferList.', 'DataCloneError');
  }

  #refusePort(value: object): void {
    if (!this.#ports.isPort(value)) return;
    const text = 'Object that needs transfer was found in message but not listed in transferList';
    throw domError(text, 'DataCloneError');
  }
}
