// Lint: typed rules for TypeScript, accessibility rules for components. Programs of the course are checked by tsc alone.
import astro from 'eslint-plugin-astro';
import ts from 'typescript-eslint';
import { names } from './eslint.names.mjs';

const typed = ['src/**/*.ts', 'test/**/*.ts'];

export default ts.config(
  { ignores: ['dist', '.astro', '.cache', '.venv', 'snippets', 'test/fixtures', '**/*.d.ts'] },
  ...ts.configs.recommended,
  ...ts.configs.strictTypeChecked.map((config) => ({ ...config, files: typed })),
  {
    files: typed,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['src/**/*.{ts,mjs,astro}'], plugins: { names }, rules: { 'names/field-names': 'error' } },
  // typescript-eslint sees .astro files as untyped
  { files: ['test/components/*.ts'], rules: { '@typescript-eslint/no-unsafe-argument': 'off' } },
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-recommended'],
);
