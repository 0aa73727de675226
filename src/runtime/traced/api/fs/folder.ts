// The files of a program's own folder, as far as it may read them: paths, and Node's errors for what cannot be read.
import type { FolderEntry } from '../../program.ts';
import type { Environment } from '../../engine/environment.ts';
import type { RealmGlobals } from '../realm-globals.ts';
import { createUrlModule } from '../web/url-module.ts';
import { coded, received } from '../arguments.ts';
import { refuseMember } from '../refuse.ts';

/** Numbers and words of libuv (src/unix/error.c). */
const systemErrors = {
  ENOENT: [-2, 'no such file or directory'],
  ENOTDIR: [-20, 'not a directory'],
  EISDIR: [-21, 'illegal operation on a directory'],
} as const;

export class Folder {
  readonly #environment: Environment;
  readonly #shared: RealmGlobals;

  constructor(environment: Environment, shared: RealmGlobals) {
    this.#environment = environment;
    this.#shared = shared;
  }

  /** Throws Node's error for what is no path. */
  path(value: unknown): string {
    const { Buffer, URL } = this.#shared;
    if (typeof value === 'string') return value;
    if (value instanceof URL) return createUrlModule(this.#shared).fileURLToPath(value);
    if (Buffer.isBuffer(value)) return value.toString();
    if (typeof value === 'number')
      return refuseMember(this.#environment, 'a file descriptor', 'give the path of the file');
    const kinds = 'of type string or an instance of Buffer or URL';
    const what = received(value, this.#environment.formatter.inspect);
    throw coded(new TypeError(`The "path" argument must be ${kinds}. Received ${what}`), 'ERR_INVALID_ARG_TYPE');
  }

  /** What is at `path`. Refused where the engine does not look. */
  look(path: string): FolderEntry {
    const { files } = this.#environment.core.program;
    const refuse = (what: string, instead: string) => refuseMember(this.#environment, what, instead);
    if (!path.startsWith('/')) {
      return refuse(`the file "${path}", from the current folder,`, "name it by new URL('…', import.meta.url)");
    }
    const found = files?.look(path) ?? { kind: 'outside' };
    if (found.kind === 'outside') return refuse(`the file "${path}"`, "read files of the program's own folder alone");
    return found;
  }

  /** The bytes of a file, in Latin-1. Throws Node's error where it cannot be read. */
  bytes(path: string): string {
    const found = this.look(path);
    if (found.kind === 'folder') throw systemError('EISDIR', 'read');
    if (found.kind !== 'file') throw systemError('ENOENT', 'open', path);
    return found.bytes;
  }

  names(path: string): readonly string[] {
    const found = this.look(path);
    if (found.kind === 'none') throw systemError('ENOENT', 'scandir', path);
    if (found.kind !== 'folder') throw systemError('ENOTDIR', 'scandir', path);
    return found.names;
  }

  /** Throws Node's error where nothing is. */
  existing(path: string, call: 'stat' | 'access'): FolderEntry {
    const found = this.look(path);
    if (found.kind === 'none') throw systemError('ENOENT', call, path);
    return found;
  }

  /** As the options of a call of readFile say. */
  decoded(bytes: string, options: unknown): unknown {
    const encoding = encodingOf(options);
    const buffer = this.#shared.Buffer.from(bytes, 'latin1');
    return encoding === undefined ? buffer : buffer.toString(encoding);
  }

  /** Refuses options that the engine does not follow. */
  check(options: unknown, call: string, known: readonly string[]): void {
    if (typeof options !== 'object' || options === null) return;
    const other = Object.keys(options).find((key) => !known.includes(key));
    if (other !== undefined) refuseMember(this.#environment, `the option "${other}" of ${call}`);
  }
}

function systemError(code: keyof typeof systemErrors, syscall: string, path?: string): Error {
  const [errno, text] = systemErrors[code];
  const at = path === undefined ? '' : ` '${path}'`;
  const error = new Error(`${code}: ${text}, ${syscall}${at}`);
  return Object.assign(error, { errno, code, syscall, ...(path !== undefined && { path }) });
}

function encodingOf(options: unknown): BufferEncoding | undefined {
  const encoding: unknown =
    typeof options === 'object' && options !== null ? Reflect.get(options, 'encoding') : options;
  return typeof encoding === 'string' && encoding !== 'buffer' ? (encoding as BufferEncoding) : undefined;
}
