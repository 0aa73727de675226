// The trace of one program, as `course trace` prints it and `course step` walks through it.
import { pathToFileURL } from 'node:url';
import { CourseError } from '../error.ts';
import { languages } from '../languages.ts';
import { limits } from '../runtime/engine.ts';
import { findCpython } from '../runtime/cpython/cpython.ts';
import { compile } from '../runtime/traced/compile/compile.ts';
import { findTraced, nodeFormatter } from '../runtime/traced/host.ts';
import { runTraced } from '../runtime/traced/run.ts';
import type { Trace } from '../trace/events.ts';
import { recorder } from '../trace/recorder.ts';
import { tracePython } from '../runtime/virtual/trace.ts';
import { flag } from './command.ts';
import type { Invocation } from './command.ts';
import { findTarget } from './target.ts';
import type { Job } from './target.ts';

export interface TracedProgram {
  readonly title: string;
  readonly job: Job;
  /** Of a TypeScript program with every line and ordinary call. */
  readonly trace: Trace;
}

/** Traces the program that the reader named; of a snippet the TypeScript twin unless `--py` is asked for. */
export async function tracedProgram(invocation: Invocation): Promise<TracedProgram> {
  const { root, args, options, signal } = invocation;
  const only = languages.filter((language) => flag(options, language));
  const language = only.length === 1 ? only[0] : undefined;
  const { title, jobs } = await findTarget({ ...invocation, name: args[0] ?? '', language, order: undefined });
  const job = jobs.find((one) => one.language === 'ts') ?? jobs[0];
  if (!job) throw new TypeError(`${title} has no program`);
  return { title, job, trace: job.language === 'ts' ? typeScript(job) : await python(root, job, signal) };
}

async function python(root: string, job: Job, signal: AbortSignal): Promise<Trace> {
  const { name, version } = await findCpython(root, job.needs);
  const { events } = await tracePython(root, job, { signal });
  return { version: 1, language: 'py', engine: `${name} ${version}`, events: [...events] };
}

function typeScript({ file, path, text }: Job): Trace {
  const { tracer, events } = recorder({ detail: true });
  const end = performance.now() + limits.time;
  const { name, version } = findTraced();
  try {
    const program = compile(text, { file, url: pathToFileURL(file).href });
    runTraced(program, { formatter: nodeFormatter, tracer, isTimeOver: () => performance.now() > end });
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    const { what, where } = error;
    const fix = `leave that out, or run it without a trace: npm run course -- run ${path}`;
    throw new CourseError({ what, fix, where: { ...where, file: path } });
  }
  return { version: 1, language: 'ts', engine: `${name} ${version}`, events };
}

/** The program as the reader named it, to be typed again after another command. */
export function named({ args, options }: Invocation): string {
  return [args[0] ?? '', ...(flag(options, 'py') ? ['--py'] : [])].join(' ');
}
