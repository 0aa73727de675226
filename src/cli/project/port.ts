// A port that nobody uses on this machine, under either of the addresses that "localhost" may mean.
import { createServer } from 'node:net';
import { CourseError } from '../../error.ts';

const tries = 50;

/** `wanted` if it is free, else the next one that is. Throws a CourseError if 50 in a row are taken. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + tries, 65_536); port += 1) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
  }
  throw new CourseError({
    what: `the ports from ${wanted} on are all taken`,
    fix: 'name another one: npm start -- --port 5000',
    kind: 'missing',
  });
}

/** A machine without that kind of address has nobody on the port either. */
function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
