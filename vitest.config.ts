// Which tests there are: those that only need code, those that run programs on the real clock, those that look at the
// built site, which is built once for them. They run one kind after the other, so that none slows another's clock.
/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

const built = ['test/browser/**/*.test.ts'];
const programs = ['test/*.test.ts', 'test/runtime/**/*.test.ts', 'test/fuzz/**/*.test.ts'];

export default getViteConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'course',
          include: ['test/**/*.test.ts'],
          exclude: [...built, ...programs, 'test/fixtures/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'programs',
          include: programs,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: built,
          globalSetup: ['test/browser/site.setup.ts'],
          maxWorkers: 2,
          // a page with axe on a busy machine takes its time
          testTimeout: 120_000,
          // and may be late with a frame or a focus; what is wrong fails twice
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
