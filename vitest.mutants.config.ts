// The tests that mutants are tried against: pure ones, which start no process and read no clock.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/order/**/*.test.ts',
      'test/trace/**/*.test.ts',
      'test/explore/**/*.test.ts',
      'test/runtime/traced/{limits,loop,loop-events,refuse,schedule,trace,trace-strands}.test.ts',
    ],
    testTimeout: 30_000,
    // they share no state, and most of the time of a mutant is spent on loading modules
    isolate: false,
  },
});
