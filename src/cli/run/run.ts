// `course run`: a snippet in both languages, or a program of the reader's own, live and then beside its contract.
import { constants } from 'node:os';
import { CourseError, exitCodes } from '../../error.ts';
import { languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { engineFor } from '../../runtime/choose-engine.ts';
import { limits } from '../../runtime/engine.ts';
import type { RunRequest, RunResult } from '../../runtime/engine.ts';
import { engineNames, engines } from '../../runtime/engines.ts';
import type { EngineName } from '../../runtime/engines.ts';
import type { Choice } from '../../runtime/choose-engine.ts';
import { quoted } from '../../quoted.ts';
import { flag, text } from '../shell/command.ts';
import type { Invocation, Options } from '../shell/command.ts';
import { heading, LivePrinter } from './view.ts';
import { oneOf } from '../shell/one-of.ts';
import { findTarget } from '../shell/target.ts';
import type { Asked, Job, Target } from '../shell/target.ts';
import { outputOf, timeOf } from '../shell/limit-options.ts';
import type { Judged } from './judge.ts';

export async function command(invocation: Invocation): Promise<number> {
  const { args, options, signal } = invocation;
  limitsOf(options); // a wrong one is refused before anything runs
  const asked = { ...invocation, name: args[0] ?? '', language: languageOf(options), order: text(options, 'order') };
  const target = await findTarget(asked);
  if (flag(options, 'raw')) return raw(target, invocation);
  const code = await once(target, invocation);
  if (!flag(options, 'watch') || signal.aborted) return code;
  return watch(asked, target, invocation);
}

/** Runs again after each change of a program or a contract, until Ctrl-C. */
async function watch(asked: Asked, first: Target, invocation: Invocation): Promise<number> {
  const { terminal, signal } = invocation;
  const files = first.jobs.flatMap(({ file, contract }) => [file, ...(contract ? [contract.file] : [])]);
  const { onChange } = await import('./watch.ts');
  const changes = onChange(files, signal);
  terminal.write('\nwatching; Ctrl-C ends it\n');
  for await (const path of changes) {
    terminal.write(`\n${path} has changed\n`);
    try {
      await once(await findTarget(asked), invocation);
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      terminal.warn(`${error.message}\n`);
    }
  }
  return 0;
}

async function once(target: Target, invocation: Invocation): Promise<number> {
  const { root, options, json, terminal, signal } = invocation;
  const runs: Judged[] = [];
  const { ready, lacking } = await chosen(root, target, options);
  for (const { job, choice } of ready) {
    if (!json) heading(terminal, job, choice);
    const running = start(job, choice, invocation);
    const { judge, verdict } = await judging();
    const result = await running;
    if (signal.aborted) return 130;
    const judged = judge(job, choice, result, text(options, 'schedule') !== undefined);
    runs.push(judged);
    if (!json) await verdict(terminal, judged);
  }
  if (!json) for (const { message } of lacking) terminal.warn(`not run: ${message}\n\n`);
  if (json)
    terminal.write(
      `${JSON.stringify({ target: target.title, runs: runs.map(({ data }) => data), lacking }, undefined, 2)}\n`,
    );
  else (await judging()).close(terminal, words(invocation), runs);
  if (!runs.every(({ fine }) => fine)) return exitCodes.course;
  return lacking.length > 0 ? exitCodes.missing : 0;
}

/** What reads contracts is loaded while the program already runs: the reader waits for the program alone. */
async function judging() {
  const [{ judge }, { close, verdict }] = await Promise.all([import('./judge.ts'), import('./verdict.ts')]);
  return { judge, close, verdict };
}

/** What the reader typed, without `--watch`. */
function words({ args, options }: Invocation): string {
  const given = ['ts', 'py'].filter((name) => flag(options, name)).map((name) => `--${name}`);
  const order = text(options, 'order');
  const contract = order === undefined ? [] : ['--order', order];
  const schedule = text(options, 'schedule');
  const replay = schedule === undefined ? [] : ['--schedule', schedule];
  return ['run', ...args, ...given, ...contract, ...replay].map(quoted).join(' ');
}

interface Chosen {
  readonly ready: readonly { readonly job: Job; readonly choice: Choice }[];
  /** Why the twin of another language is not run. */
  readonly lacking: readonly CourseError[];
}

/**
 * The engine of each job. With a wanted engine the twins of its language alone; with a schedule the twin that it is of. What the machine
 * lacks for one twin does not keep the other from running; where it lacks something for all, that is thrown.
 */
async function chosen(root: string, target: Target, options: Options): Promise<Chosen> {
  const schedule = text(options, 'schedule');
  if (schedule !== undefined)
    return { ready: [await (await import('./replay.ts')).replaying(root, target.jobs, schedule)], lacking: [] };
  const wanted = engineOf(options);
  const [only] = target.jobs;
  const fitting = target.jobs.filter(({ language }) => wanted === undefined || engines[wanted].language === language);
  const jobs = fitting.length === 0 && only ? [only] : fitting;
  const found = await Promise.all(jobs.map((job) => readied(root, job, wanted)));
  const ready = found.flatMap((one) => ('choice' in one ? one : []));
  const lacking = found.flatMap((one) => ('choice' in one ? [] : one.error));
  if (ready.length === 0 && lacking[0]) throw lacking[0];
  return { ready, lacking };
}

async function readied(
  root: string,
  job: Job,
  wanted: EngineName | undefined,
): Promise<{ job: Job; choice: Choice } | { error: CourseError }> {
  try {
    return { job, choice: await engineFor(root, job, wanted) };
  } catch (error) {
    if (error instanceof CourseError && error.kind === 'missing') return { error };
    throw error;
  }
}

function start(
  job: Job,
  { engine }: Choice,
  { options, terminal, json, signal, input }: Invocation,
): Promise<RunResult> {
  const printer = new LivePrinter(terminal);
  return engine.run({
    file: job.file,
    signal,
    input,
    ...limitsOf(options),
    ...(!json && { onLine: (line) => printer.line(line), onUnfinished: (line) => printer.unfinished(line) }),
  });
}

/** The program's own output and its own exit code; 128 and the signal's number if a signal ended it, as in a shell. */
async function raw(target: Target, invocation: Invocation): Promise<number> {
  const { root, options, terminal, signal, input } = invocation;
  const [job, second] = target.jobs;
  if (!job || second) {
    const fix = `choose one: npm run course -- run ${target.title} --raw --ts`;
    throw new CourseError({
      what: '--raw prints the output of one program, and a snippet has two',
      fix,
      kind: 'misuse',
    });
  }
  const { engine } = await engineFor(root, job, engineOf(options));
  const {
    exit,
    signal: by,
    stopped,
  } = await engine.run({
    file: job.file,
    signal,
    input,
    ...limitsOf(options),
    onLine: (line) => (line.stream === 'stdout' ? terminal.write : terminal.warn)(`${line.text}\n`),
  });
  if (stopped !== undefined) terminal.warn(`stopped: ${stopped}\n`);
  return exit ?? 128 + (by ? constants.signals[by] : 1);
}

function limitsOf(options: Options): Pick<RunRequest, 'timeLimit' | 'outputLimit'> {
  return { timeLimit: timeOf(options, limits.time), outputLimit: outputOf(options, limits.output) };
}

function languageOf(options: Options): Language | undefined {
  const asked = languages.filter((language) => flag(options, language));
  return asked.length === 1 ? asked[0] : undefined;
}

function engineOf(options: Options): EngineName | undefined {
  return oneOf(engineNames, 'engine', text(options, 'engine'));
}
