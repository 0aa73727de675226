// The rules of imports that a tool can hold: no circles. Who may import whom is held by test/architecture.test.ts.
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one, or a third lies between them.',
      severity: 'error',
      // programs under test may import each other in circles
      from: { pathNot: '^test/fixtures/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.astro'] },
  },
};
