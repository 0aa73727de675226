// The contract beside the output: which line took which, what is free, by what and why.
import { expect, test } from 'vitest';
import { beside } from '../../src/cli/run/beside.ts';
import { parseContract } from '../../src/order/index.ts';

const terminal = { write: () => undefined, warn: () => undefined, colour: false, columns: 70 };

function shown(contract: string, ...lines: string[]): string[] {
  const output = lines.map((text, at) => ({ at, stream: 'stdout', text }) as const);
  return beside(parseContract(contract, { file: 'x.order', language: 'ts' }), output, terminal);
}

test('a free line has a bar, and the reason stands below', () => {
  expect(shown('~ any order by latency: the network\n    b\n    a\nend\n', 'a', 'b', 'end')).toEqual([
    '     printed   contract',
    '  1 ┊a         3 a',
    '  2 ┊b         2 b',
    '  3  end       4 end',
    '    ┊ lines 1, 2 may come in any order: the network (latency: a wait',
    '      for the outside world may take longer)',
  ]);
});

test('from the first line that does not fit on, no line of the contract is named', () => {
  expect(shown('a\nb\n', 'a', 'x')).toEqual([
    '     printed   contract',
    '  1  a         1 a',
    '  2  x           – no line of the contract from here on',
  ]);
});

test('a pair that is free by a fact is named by its lines', () => {
  const contract = '~ any order by threads: two threads\n    a\n    b\n~ free: a <> b by threads: nobody waits\n';
  expect(shown(contract, 'a', 'b').join('\n')).toContain('"a" and "b" may swap: nobody waits (threads:');
});
