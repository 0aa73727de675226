// The web's and Node's classes and functions that hold nothing of a run: one of each for a realm.
import type { Environment } from '../engine/environment.ts';
import { atob, btoa } from './web/base64.ts';
import { prepareBuffer } from './web/buffer.ts';
import { DOMException } from './web/dom-exception.ts';
import { createEncoding } from './web/encoding.ts';
import { refuseMember } from './refuse.ts';
import type { Refusals } from './refusals.ts';
import { createUrl } from './web/url.ts';

/** `current`: the run that is on. */
export function createRealmGlobals(current: () => Environment, refusals: Refusals) {
  return {
    DOMException,
    Buffer: prepareBuffer(refusals),
    ...createUrl(current, refusals),
    atob,
    btoa,
    ...createEncoding((name) => refuseMember(current(), `the encoding ${name}`)),
  };
}

export type RealmGlobals = ReturnType<typeof createRealmGlobals>;
