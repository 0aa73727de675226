// Starts a Python program under schedules on the virtual clock of CPython: one process that is warm, which forks itself for the
// schedules. It is asked a batch a line, and answers a run a line (src/runtime/inside/python/schedules.py).
import { dirname } from 'node:path';
import { z } from 'zod';
import { pathSchema, runSchema } from '../../explore/wire.ts';
import type { Run } from '../../explore/decision.ts';
import type { Schedule } from '../../explore/schedule.ts';
import { readJson } from '../../json.ts';
import { locateCpython } from '../cpython/cpython.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import { Conversation } from '../turns/conversation.ts';
import { virtualCommand } from '../virtual/cpython.ts';
import { stoppedSchema } from '../virtual/stopped.ts';
import type { Stopped } from '../virtual/stopped.ts';
import type { CannotRun, ScheduledOutcome, ScheduledProgram, StartScheduled } from './scheduled-program.ts';
import { misfitError, misfitSchema } from './misfit.ts';
import { cannotRunPython } from './stopped-python.ts';

/** Of Python's clock. Threads that take turns have models of their own. */
const clockModels: readonly string[] = ['usual', 'cpu', 'stalls', 'latency', 'ties'];

const outcomeSchema: z.ZodType<ScheduledOutcome> = z.strictObject({
  stdout: z.array(z.string()),
  stderr: z.array(z.string()),
  exit: z.int(),
  elapsed: z.number().nonnegative(),
  waiting: z.array(z.string()).exactOptional(),
  path: pathSchema.exactOptional(),
});

const answerSchema = z.union([
  z.strictObject({ misfit: misfitSchema }),
  z.strictObject({ stopped: stoppedSchema }),
  runSchema(outcomeSchema),
]);

/** ms of the machine's clock without an answer after which the process counts as stuck; each schedule has a limit of its own. */
const silence = 120_000;

export const startCpython: StartScheduled = async (root, program, { model, signal }) => {
  if (!clockModels.includes(model)) throw new RangeError(`the virtual clock of Python has no model ${model}`);
  const { executable } = await locateCpython(root, program.needs.includes('gevent') ? ['gevent'] : []);
  const command = virtualCommand(executable, 'schedules.py', [model, program.file], dirname(program.file));
  return new CpythonProgram(program, new Conversation(command), signal);
};

class CpythonProgram implements ScheduledProgram {
  readonly #program: ProgramToTrace;
  readonly #conversation: Conversation;
  readonly #signal: AbortSignal | undefined;

  constructor(program: ProgramToTrace, conversation: Conversation, signal: AbortSignal | undefined) {
    this.#program = program;
    this.#conversation = conversation;
    this.#signal = signal;
    signal?.addEventListener('abort', () => void this.stop(), { once: true });
  }

  async run(schedules: readonly Schedule[]): Promise<readonly Run<ScheduledOutcome>[]> {
    const runs: Run<ScheduledOutcome>[] = [];
    if (schedules.length === 0 || this.#signal?.aborted) return runs;
    this.#conversation.say(JSON.stringify(schedules));
    for (const { deviations } of schedules) {
      const line = await this.#hear();
      if (this.#signal?.aborted) break;
      const answer = readJson(answerSchema, line ?? '');
      if (!answer) throw this.#cannotRun('died', this.#conversation.complaint() ?? 'the process ended');
      if ('stopped' in answer) throw cannotRunPython(this.#program, answer.stopped, onVirtualTime);
      if ('misfit' in answer) throw misfitError(deviations, answer.misfit);
      runs.push(answer);
    }
    return runs;
  }

  async stop(): Promise<void> {
    await this.#conversation.stop();
  }

  async #hear(): Promise<string | undefined> {
    const patience = setTimeout(() => void this.stop(), silence);
    try {
      return await this.#conversation.hear();
    } finally {
      clearTimeout(patience);
    }
  }

  #cannotRun(why: Stopped['why'], what: string): CannotRun {
    return cannotRunPython(this.#program, { why, what }, onVirtualTime);
  }
}

const onVirtualTime = 'on virtual time';
