// Every command of the course, in the order of the help. A new command is one entry here and one file beside it.
import type { CommandSpec } from './command.ts';

export const commands: readonly CommandSpec[] = [
  {
    name: 'list',
    summary: 'Show the chapters, their lessons, and the programs that each lesson names',
    example: 'list',
    load: () => import('./list.ts'),
  },
  {
    name: 'run',
    args: '<id-or-file>',
    summary: 'Run a snippet in both languages beside its contract, or a program of your own',
    example: 'run {id} --ts',
    options: [
      ['--ts', 'only the TypeScript twin'],
      ['--py', 'only the Python twin'],
      ['--engine <name>', 'run on this engine (node, cpython, pyodide; on virtual time: traced, cpython-virtual)'],
      ['--order <file>', 'check your own program against this contract'],
      ['--raw', 'print what the program prints and nothing else, and end with its exit code'],
      ['--time <seconds>', 'end the program after this many seconds (10 if absent)'],
      ['--watch', 'run again whenever the program or its contract changes'],
    ],
    load: () => import('./run.ts'),
  },
  {
    name: 'check',
    args: '[id]',
    summary: 'Check that the course, or one snippet, is true',
    example: 'check',
    options: [['--static', 'leave out the runs']],
    load: () => import('./check.ts'),
  },
  {
    name: 'record',
    args: '[id]',
    summary: 'Record what the programs print, where a recording is missing or out of date',
    example: 'record',
    options: [['--all', 'record everything anew']],
    load: () => import('./record.ts'),
  },
  {
    name: 'new',
    args: '<kind> <id>',
    summary: 'Begin a lesson or a snippet (kind: lesson, snippet)',
    example: 'new snippet {chapter}/my-program',
    load: () => import('./new.ts'),
  },
  {
    name: 'doctor',
    summary: 'Say what this machine has and what it lacks, with the command that gets it',
    example: 'doctor',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'setup',
    summary: 'Make .venv with the Python packages that the programs need',
    example: 'setup',
    load: () => import('./setup.ts'),
  },
  {
    name: 'start',
    summary: 'Serve the site of the course on this machine (npm start)',
    example: 'npm start',
    options: [['--port <number>', 'the port to try first (4321 if absent)']],
    load: () => import('./start.ts'),
  },
  {
    name: 'test',
    args: '[args...]',
    summary: 'Run the tests; further words go to vitest (npm test)',
    example: 'npm test -- test/order',
    passes: true,
    load: () => import('./test.ts'),
  },
  {
    name: 'verify',
    summary: 'Everything that must hold before a change lands (npm run check)',
    example: 'npm run check',
    load: () => import('./verify.ts'),
  },
];
