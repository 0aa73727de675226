// Which tests there are: those that only need code, and those that look at the built site, which is built once for them.
/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

const built = ['test/browser/**/*.test.ts'];

export default getViteConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // programs are tests here: two at a time, so that one does not slow the other's clock
    maxWorkers: 2,
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        test: { name: 'course', include: ['test/**/*.test.ts'], exclude: [...built, 'test/fixtures/**'] },
      },
      {
        extends: true,
        // a page with axe on a busy machine takes its time
        test: { name: 'site', include: built, testTimeout: 120_000, globalSetup: ['test/browser/site.setup.ts'] },
      },
    ],
  },
});
