// How mutants are tried: which tests must notice them. test/mutants/main.ts says what is mutated, and reports what survives.
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.config.ts' },
  coverageAnalysis: 'perTest',
  // a comment at the top of every copied file would make the recordings of the programs stale
  disableTypeChecks: false,
  ignorePatterns: ['.astro', '.cache', '.venv', 'dist', 'public'],
  tempDirName: '.cache/mutants',
  cleanTempDir: 'always',
  // its list of all tests is long; the report is our own
  reporters: ['progress-append-only'],
  logLevel: 'warn',
};
