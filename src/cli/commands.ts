// Every command of the course, in the order of the help. A new command is one entry here and one file beside it.
import { provenCauses } from '../runtime/causes.ts';
import { engineNames, engines } from '../runtime/engines.ts';
import type { CommandSpec } from './shell/command.ts';

const named = provenCauses.filter((cause) => cause !== 'none').join(', ');
const isVirtual = (name: (typeof engineNames)[number]) => ['virtual', 'turns'].includes(engines[name].role);
const onTime = engineNames.filter((name) => !isVirtual(name)).join(', ');
const onVirtualTime = engineNames.filter(isVirtual).join(', ');

/** Options of what shows one run. */
const oneSchedule: NonNullable<CommandSpec['options']> = [
  ['--schedule <token>', 'the run that this token names, as course explore prints it, instead of the usual one'],
  ['--real', 'a real run, on the machine’s clock, under pauses drawn from a seed'],
  ['--seed <number>', 'the seed of these pauses (1 if absent)'],
];

export const commands: readonly CommandSpec[] = [
  {
    name: 'list',
    summary: 'Show the chapters, their lessons, and the programs that each lesson names',
    example: 'list',
    load: () => import('./course/list.ts'),
  },
  {
    name: 'run',
    args: '<id-or-file>',
    summary: 'Run a snippet in both languages beside its contract, or a program of your own',
    example: 'run {id} --ts',
    options: [
      ['--ts', 'only the TypeScript twin'],
      ['--py', 'only the Python twin'],
      ['--engine <name>', `run on this engine (${onTime}; on virtual time: ${onVirtualTime})`],
      ['--order <file>', 'check your own program against this contract (NAME.order beside it if absent)'],
      ['--schedule <token>', 'replay the run that this token names, as course explore prints it'],
      ['--raw', 'print what the program prints and nothing else, and end with its exit code'],
      ['--time <seconds>', 'end the program after this many seconds (10 if absent)'],
      ['--output <megabytes>', 'end the program when it has printed more than this (1 if absent)'],
      ['--watch', 'run again whenever the program or its contract changes'],
    ],
    load: () => import('./run/run.ts'),
  },
  {
    name: 'explore',
    args: '<id-or-file>',
    summary: 'Try every order in which a program may go on: its outputs, and whether its contract holds in all',
    example: 'explore {id} --ts',
    options: [
      ['--ts', 'only the TypeScript twin'],
      ['--py', 'only the Python twin'],
      ['--order <file>', 'judge your own program by this contract (NAME.order beside it if absent)'],
      ['--cause <name>', `only this cause (${named}; none: the usual run alone)`],
      ['--time <seconds>', 'end the search of a program after this many seconds (5 if absent), a real run after 3'],
      ['--real', 'real runs under seeded pauses in place of schedules'],
      ['--runs <number>', 'how many real runs (20 if absent)'],
      ['--seed <number>', 'the seed of the first one’s pauses (1 if absent); the others follow by one'],
      ['--all-outputs', 'list all distinct outputs with their lines'],
    ],
    load: () => import('./explore/explore.ts'),
  },
  {
    name: 'trace',
    args: '<id-or-file>',
    summary: 'Print what happens in a run, event by event',
    example: 'trace {id} --ts --json',
    options: [
      ['--ts', 'the TypeScript twin'],
      ['--py', 'the Python twin'],
      ...oneSchedule,
      ['--detail', 'with every line and ordinary call'],
    ],
    load: () => import('./step/trace.ts'),
  },
  {
    name: 'step',
    args: '<id-or-file>',
    summary: 'Walk through a run by keys, forward and back, with its lanes, queues and output',
    example: 'step {id} --ts',
    options: [
      ['--ts', 'the TypeScript twin'],
      ['--py', 'the Python twin'],
      ...oneSchedule,
      ['--detail', 'stop at every line and ordinary call too'],
      ['--why <number>', 'say why the printed line with this number came when it did'],
    ],
    load: () => import('./step/step.ts'),
  },
  {
    name: 'exercise',
    args: '[action] [id] [number]',
    summary: 'Exercises that check themselves: list, start, check (also a FOLDER), watch, hint, reset, solution',
    example: 'exercise list',
    options: [
      ['--ts', 'in TypeScript'],
      ['--py', 'in Python'],
      ['--yes', 'reset without a question'],
      ['--file <path>', 'check this program instead of yours in my/'],
      ['--exercise <id>', 'check a folder: all of its programs are for this exercise'],
      ['--time <seconds>', 'check a folder: stop a program after this many seconds (60 if absent)'],
      ['--virtual', 'check without a real run, on the virtual engine alone'],
    ],
    load: () => import('./exercise/exercise.ts'),
  },
  {
    name: 'check',
    args: '[id]',
    summary: 'Check that the course, or one snippet, is true',
    example: 'check',
    options: [
      ['--static', 'leave out the runs'],
      ['--report', 'print what there is and what is proven, in numbers'],
    ],
    load: () => import('./course/check.ts'),
  },
  {
    name: 'record',
    args: '[id]',
    summary: 'Record what the programs print and what happens in them, where that is missing or out of date',
    example: 'record',
    options: [
      ['--all', 'record everything again'],
      ['--traces', 'trace every program again, and record nothing else'],
    ],
    load: () => import('./record/record.ts'),
  },
  {
    name: 'new',
    args: '<kind> <id>',
    summary: 'Begin a lesson or a snippet (kind: lesson, snippet)',
    example: 'new snippet {chapter}/my-program',
    load: () => import('./course/new.ts'),
  },
  {
    name: 'doctor',
    summary: 'Say what this machine has and what it lacks, with the command that gets it',
    example: 'doctor',
    load: () => import('./project/doctor.ts'),
  },
  {
    name: 'setup',
    summary: 'Make .venv with the Python packages that the programs need',
    example: 'setup',
    load: () => import('./project/setup.ts'),
  },
  {
    name: 'start',
    summary: 'Serve the site of the course on this machine (npm start)',
    example: 'npm start',
    options: [['--port <number>', 'the port to try first (4321 if absent)']],
    load: () => import('./project/start.ts'),
  },
  {
    name: 'test',
    args: '[args...]',
    summary: 'Run the tests; further words go to vitest (npm test)',
    example: 'npm test -- test/order',
    passes: true,
    load: () => import('./project/test.ts'),
  },
  {
    name: 'verify',
    summary: 'Everything that must hold before a change lands (npm run check)',
    example: 'npm run check',
    load: () => import('./project/verify.ts'),
  },
];
