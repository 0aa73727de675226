// Between every two printed lines as many microtasks run as on Node, job for job.
import { mkdtempSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { traced, native } from './traced.ts';
import { realClock } from '../../real-clock.ts';

const root = join(import.meta.dirname, '../../..');
const programs = globSync('test/fixtures/corpus/ts/*.ts', { cwd: root }).sort();
const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The program inside a timer: before that Node's own loader has jobs in the queue. */
function delayed(file: string): string {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import '));
  return `${imports.join('\n')}\nsetTimeout(async () => { console.log('begin');\n${rest.join('\n')}\n}, 50);\n`;
}

function countsOnEngine(source: string): number[] {
  const counts: number[] = [];
  let jobs = 0;
  const tracer = {
    dequeue: ({ queue }: { queue: string }) => {
      if (queue === 'micro') jobs++;
    },
    print: () => {
      counts.push(jobs);
      jobs = 0;
    },
  };
  traced(source, { tracer });
  return counts;
}

describe.concurrent('the microtasks of the corpus', realClock, () => {
  test.each(programs)('%s', async (file) => {
    const source = delayed(file);
    const copy = join(folder, file.replaceAll('/', '-'));
    writeFileSync(copy, source);
    const { stdout } = await native(copy, ['--import', join(import.meta.dirname, 'count-jobs.mjs')]);
    const counts: unknown = JSON.parse(stdout);
    expect(Array.isArray(counts) && counts.slice(1)).toEqual(countsOnEngine(source).slice(1));
  });
});
