// The network in memory: what is of the loopback is served, by the rules of Linux's TCP; what is not is refused by name. Messages are
// late under `latency` alone, and never overtake one another in a connection.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualSchedule } from '../../../src/explore/schedule.ts';
import { CannotRun } from '../../../src/runtime/schedules/scheduled-program.ts';
import { noCpython } from '../../cpython.ts';
import { fixtures } from '../programs.ts';
import { explore, outputsOf, runsOf, withProgram } from './models/search.ts';

const program = (name: string) => readFileSync(join(fixtures, 'reports', 'network', name), 'utf8');

const printed = (text: string, model: 'usual' | 'latency') =>
  withProgram(text, async (one) => {
    const [run] = await runsOf(one, model, [usualSchedule]);
    return run?.outcome.stdout;
  });

const whyNot = (text: string) =>
  withProgram(text, (one) => runsOf(one, 'usual', [usualSchedule])).then(
    () => undefined,
    (error: unknown) => (error instanceof CannotRun ? error.error : expect.fail(String(error))),
  );

/** Two clients, each of which sends two words to one server. */
const twoClients = `import asyncio
words = []
async def serve(reader, writer):
    async for line in reader: words.append(line.decode().strip())
    writer.close()
async def client(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 7000)
    writer.write(f"{name}1\\n".encode())
    writer.write(f"{name}2\\n".encode())
    writer.write_eof()
    await reader.read()
    writer.close()
async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 7000):
        await asyncio.gather(client("a"), client("b"))
    print(*words)
asyncio.run(main())
`;

describe.skipIf(noCpython)('the network in memory', () => {
  it.each(['streams-echo.py', 'chat-server.py', 'resets.py', 'datagrams.py', 'read-until.py'])(
    '%s usually prints under latency what it prints where nothing is late',
    async (name) => {
      expect(await printed(program(name), 'latency')).toEqual(await printed(program(name), 'usual'));
    },
  );

  it('has each order of two connections under latency, and keeps the order of each (RFC 9293, 3.4)', async () => {
    const found = await withProgram(twoClients, (one) => explore(one, 'latency', { bound: { latency: 1 }, most: 100 }));
    const orders = outputsOf(found);
    expect(orders.length).toBeGreaterThan(2);
    for (const order of orders) {
      const words = order.split(' ');
      expect(words.toSorted()).toEqual(['a1', 'a2', 'b1', 'b2']);
      expect([words.indexOf('a1') < words.indexOf('a2'), words.indexOf('b1') < words.indexOf('b2')]).toEqual([
        true,
        true,
      ]);
    }
  });

  it.each([
    [
      'an address that is not of the loopback',
      'import asyncio\nasync def main():\n    await asyncio.open_connection("example.com", 80)\nasyncio.run(main())\n',
      'asyncio.open_connection: on the virtual clock there are no addresses but those of the loopback: example.com',
      3,
    ],
    [
      'a number that is not of the loopback',
      'import socket\nsocket.create_connection(("93.184.216.34", 80))\n',
      'socket.create_connection: on the virtual clock there are no addresses but those of the loopback: 93.184.216.34',
      2,
    ],
    [
      'a name that is looked up',
      'import socket\nsocket.gethostbyname("example.com")\n',
      'socket.gethostbyname: on the virtual clock there are no addresses but those of the loopback: example.com',
      2,
    ],
    [
      'a socket that blocks everybody who could answer',
      'import socket\nserver = socket.create_server(("127.0.0.1", 7000))\nserver.accept()\n',
      'socket.socket.accept: on the virtual clock there are no sockets that block',
      3,
    ],
    [
      'a socket of another kind',
      'import socket\nsocket.socket(socket.AF_UNIX)\n',
      'socket.socket: on the virtual clock there are no sockets but those of TCP and UDP',
      2,
    ],
  ])('refuses %s by its name and line', async (_, text, what, line) => {
    expect(await whyNot(text)).toMatchObject({ what, where: { line } });
  });

  it('ends a blocking wait at its limit, on the virtual clock', async () => {
    const text = `import socket, time
server = socket.create_server(("127.0.0.1", 7000))
server.settimeout(2)
began = time.monotonic()
try: server.accept()
except TimeoutError as error: print(error, round(time.monotonic() - began))
`;
    expect(await printed(text, 'usual')).toEqual(['timed out 2']);
  });
});
