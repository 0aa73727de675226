// Every program of the course, found by itself, in every way in which it may go on: none breaks the contract, and what the contract
// leaves open is seen. A new file is a new test.
import { describe, expect, test } from 'vitest';
import { prove } from '../src/check/proof/proof.ts';
import type { TwinProof } from '../src/check/proof/twin-proof.ts';
import { countProofs } from '../src/check/proof/counts.ts';
import { openCourse } from '../src/course/course.ts';
import { courseRoot } from '../src/course/files.ts';
import { twins } from '../src/course/snippets.ts';
import { perturbedRuns } from '../src/runtime/real/perturb/run.ts';

const root = courseRoot();
const snippets = [...openCourse(root).snippets.values()];
const jobs = snippets.flatMap((snippet) => twins(snippet).map(({ path }) => ({ path })));
const proving = prove(root, snippets);

async function proofOf(path: string): Promise<TwinProof | undefined> {
  return (await proving).find(({ program }) => program.path === path);
}

describe('no schedule breaks its contract', () => {
  test.for(jobs)('$path', { timeout: 600_000 }, async ({ path }, context) => {
    const proof = await proofOf(path);
    const missing = proof?.refused?.kind === 'missing' ? proof.refused : undefined;
    if (missing && process.env['CI']) throw missing;
    expect(proof?.errors.map(({ message }) => message)).toEqual([]);
    if (missing) context.skip(`${path} was not run: ${missing.message}`);
    const causes = proof?.causes ?? [];
    const [real] = causes.filter(({ coverage }) => coverage === undefined);
    if (proof?.refused) expect(real?.runs).toBeGreaterThanOrEqual(perturbedRuns);
    else expect(causes.map(({ cause }) => cause)).toEqual(expect.arrayContaining(['none']));
    expect(causes.length).toBeGreaterThan(proof?.refused ? 0 : 1);
  });
});

test('every twin is proven over its schedules, or by real runs and named', async () => {
  const proofs = await proving;
  const refused = proofs.flatMap((proof) => proof.refused ?? []);
  const { twins: all, onVirtualTime, complete, schedules, distinctOutputs, freedoms } = countProofs(proofs);
  console.info(
    `${onVirtualTime} of ${all} twins ran under schedules, ${complete} under all of them: ${schedules} schedules, ${distinctOutputs} distinct outputs, ${freedoms} freedoms seen`,
  );
  for (const { message } of refused) console.info(`by real runs under seeded pauses: ${message}`);
  expect(onVirtualTime + refused.length).toBe(all);
  expect(proofs.map(({ program }) => program.path)).toEqual(jobs.map(({ path }) => path));
});
