// `course record`: it writes what is missing or out of date, and refuses what would be no evidence.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { defaultCandidates } from '../../src/runtime/cpython/candidates.ts';
import { noCpython } from '../cpython.ts';
import { copyOfCourse, courseWithPair } from '../small-course.ts';
import { course } from './session.ts';

vi.mock('../../src/runtime/cpython/candidates.ts', { spy: true });
beforeEach(() => void vi.mocked(defaultCandidates).mockReset());

const recorded = 'snippets/one/recorded';

test('fresh recordings are left alone', async () => {
  const { code, out } = await course(['record'], copyOfCourse());
  expect(out).toBe('\n0 recorded, 8 fresh before, 0 refused\nnext: npm run course -- check --static\n');
  expect(code).toBe(0);
});

test('a missing recording is made, and then the course holds', async () => {
  const root = copyOfCourse();
  rmSync(join(root, recorded, 'turns.ts.json'));
  const { out } = await course(['record', 'one/turns'], root);
  expect(out).toMatch(/^recorded {2}snippets\/one\/recorded\/turns\.ts\.json {2}\(3 lines in \d+ ms on node \d/);
  expect((await course(['check', '--static'], root)).code).toBe(0);
  expect(readdirSync(join(root, recorded))).toHaveLength(8);
});

test.skipIf(noCpython)('the failing schedules of a pair are recorded too', async () => {
  const root = courseWithPair();
  const file = join(root, recorded, 'total.broken.json');
  rmSync(file);
  const { code, out } = await course(['record', 'one/total'], root);
  expect(out).toMatch(/^recorded {2}\S+\/total\.broken\.json {2}\(traced\.latency\.\S+, cpython-virtual\.latency\./);
  expect(code).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(
    /"cause": "latency",\n {4}"token": "traced\.latency\.\S+",\n {4}"departures": .*,\n {4}"stdout": \["total: 2"\]/,
  );
});

test('output that breaks the contract is refused, and the old recording stays', async () => {
  const root = copyOfCourse();
  const program = join(root, 'snippets/one/turns.ts');
  writeFileSync(program, readFileSync(program, 'utf8').replace("'one', 'two'", "'two', 'one'"));
  const before = readFileSync(join(root, recorded, 'turns.ts.json'), 'utf8');
  const { code, err } = await course(['record'], root);
  expect(err).toBe(
    'snippets/one/turns.order:1  output lines 1 and 2 are swapped: the contract has "one" (contract line 1) before "two" (contract line 2)\n' +
      '  fix: see both side by side: npm run course -- run one/turns --ts\n',
  );
  expect(code).toBe(1);
  expect(readFileSync(join(root, recorded, 'turns.ts.json'), 'utf8')).toBe(before);
});

test('a stand-in engine is no evidence: exit code 3', async () => {
  vi.mocked(defaultCandidates).mockReturnValue([]);
  const { code, err } = await course(['record', 'one/turns'], copyOfCourse('stale-recording'));
  expect(err).toMatch(/^snippets\/one\/turns\.py {2}only pyodide .* is not its real engine: no Python found/);
  expect(err).toContain('\n  fix: npm run course -- doctor\n');
  expect(code).toBe(3);
});

test('--json says what was done', async () => {
  const { out } = await course(['record', 'one/fails', '--json'], copyOfCourse());
  expect(JSON.parse(out)).toEqual({
    recorded: [],
    fresh: ['ts.json', 'py.json', 'ts.trace.json', 'py.trace.json'].map((kind) => `${recorded}/fails.${kind}`),
    errors: [],
  });
});
