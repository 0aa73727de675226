// The port of the site: the wanted one, or the next that is free under every address of this machine.
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../src/cli/project/port.ts';

function taken(host: string): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new Promise((resolve) => {
    server.listen({ port: 0, host }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

test('a port that is taken is passed over', async () => {
  const port = await taken('127.0.0.1');
  expect(await freePort(port)).toBeGreaterThan(port);
});

test('a free port is kept', async () => {
  const port = await freePort(20_000);
  expect(await freePort(port)).toBe(port);
});
