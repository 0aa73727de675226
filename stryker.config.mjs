// What is mutated, and which tests must notice it. Started by test/mutants/main.ts, which reports what survives.
export default {
  // the two parts whose rules everything else rests on
  mutate: ['src/order/**/*.ts', 'src/runtime/traced/engine/**/*.ts'],
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.config.ts' },
  coverageAnalysis: 'perTest',
  // a comment at the top of every copied file would make the recordings of the programs stale
  disableTypeChecks: false,
  ignorePatterns: ['.astro', '.cache', '.venv', 'dist', 'public'],
  tempDirName: '.cache/mutants',
  cleanTempDir: 'always',
  // clear-text lists every test; the report is our own
  reporters: ['progress-append-only'],
  logLevel: 'warn',
};
