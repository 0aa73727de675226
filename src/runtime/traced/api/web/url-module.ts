// node:url: the classes, and the two functions between paths and addresses (lib/internal/url.js), as on Linux.
import { coded } from '../arguments.ts';
import type { RealmGlobals } from '../realm-globals.ts';

export function createUrlModule({ URL, URLSearchParams }: Pick<RealmGlobals, 'URL' | 'URLSearchParams'>) {
  return {
    URL,
    URLSearchParams,
    fileURLToPath: (address: unknown): string => {
      const url = (address instanceof URL ? address : new URL(address)) as unknown as globalThis.URL;
      if (url.protocol !== 'file:')
        throw coded(new TypeError('The URL must be of scheme file'), 'ERR_INVALID_URL_SCHEME');
      if (url.hostname !== '') {
        throw coded(new TypeError('File URL host must be "localhost" or empty on linux'), 'ERR_INVALID_FILE_URL_HOST');
      }
      if (/%2f/i.test(url.pathname)) {
        const text = 'File URL path must not include encoded / characters';
        throw coded(new TypeError(text), 'ERR_INVALID_FILE_URL_PATH');
      }
      return decodeURIComponent(url.pathname);
    },
    pathToFileURL: (path: string): object => {
      const escaped = path.replaceAll(/[%\\\n\r\t?#]/g, (each) => encodeURIComponent(each));
      return new URL(`file://${escaped.startsWith('/') ? '' : '/'}${escaped}`);
    },
  };
}
