// atob and btoa, with Node's errors (lib/buffer.js).
import { needed } from '../arguments.ts';
import { domError } from './dom-exception.ts';

const Bytes = Uint8Array;
const fromBase64 = Uint8Array.fromBase64.bind(Uint8Array);

/** https://infra.spec.whatwg.org/#forgiving-base64-decode */
export function atob(...args: readonly unknown[]): string {
  needed(args, ['input']);
  const text = String(args[0]).replaceAll(/[\t\n\f\r ]/g, '');
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(text);
  } catch {
    // the alphabet alone, and one character too many
    const isCut = /^[\w+/]*$/.test(text) && !text.includes('_');
    const message = isCut ? 'The string to be decoded is not correctly encoded.' : 'Invalid character';
    throw domError(message, 'InvalidCharacterError');
  }
  return characters(bytes);
}

export function btoa(...args: readonly unknown[]): string {
  needed(args, ['input']);
  const text = String(args[0]);
  if (/[^\0-\xff]/.test(text)) throw domError('Invalid character', 'InvalidCharacterError');
  const bytes = new Bytes(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes.toBase64();
}

function characters(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index++) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}
