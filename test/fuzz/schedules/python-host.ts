// One warm Python process for many small programs: starting one for each would take most of the time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runSchema } from '../../../src/explore/wire.ts';
import { readJson } from '../../../src/json.ts';
import { locateCpython } from '../../../src/runtime/cpython/cpython.ts';
import type { Model } from '../../../src/runtime/models.ts';
import { programEnvironment } from '../../../src/runtime/process/environment.ts';
import { outputKey } from '../../../src/runtime/process/output-key.ts';
import { Conversation } from '../../../src/runtime/turns/conversation.ts';
import { root } from '../../runtime/programs.ts';
import type { RunAll } from './reference.ts';

const lineSchema = z.object({ stream: z.enum(['stdout', 'stderr']), text: z.string() });
/** Of the virtual clock, or of threads. */
const outcomeSchema = z.union([
  z.object({ stdout: z.array(z.string()), stderr: z.array(z.string()), exit: z.int() }),
  z.object({ lines: z.array(lineSchema), exit: z.int() }),
]);
const answerSchema = runSchema(outcomeSchema);

export class PythonHost {
  readonly #conversation: Conversation;
  readonly #folder = mkdtempSync(join(tmpdir(), 'fuzz-schedules-'));
  #programs = 0;

  private constructor(conversation: Conversation) {
    this.#conversation = conversation;
  }

  static async start(model: Model): Promise<PythonHost> {
    const { executable } = await locateCpython(root, []);
    const args = [join(import.meta.dirname, 'host.py'), join(root, 'src/runtime/inside/python'), model];
    const env = programEnvironment({ PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' });
    return new PythonHost(new Conversation({ command: executable, args, cwd: tmpdir(), env }));
  }

  /** What runs this program. */
  program(text: string): RunAll {
    const file = join(this.#folder, `program${(this.#programs += 1)}.py`);
    writeFileSync(file, text);
    return async (schedules) => {
      if (schedules.length === 0) return [];
      this.#conversation.say(JSON.stringify({ file, schedules }));
      const runs = [];
      for (const schedule of schedules) {
        const line = await this.#conversation.hear();
        const answer = readJson(answerSchema, line ?? '');
        if (!answer) throw new Error(`${JSON.stringify(schedule)}: ${line ?? this.#conversation.complaint()}\n${text}`);
        runs.push({ ...answer, outcome: keyOf(answer.outcome) });
      }
      return runs;
    };
  }

  async stop(): Promise<void> {
    await this.#conversation.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function keyOf(outcome: z.infer<typeof outcomeSchema>): string {
  if ('stdout' in outcome) return outputKey(outcome);
  const of = (stream: string) => outcome.lines.filter((line) => line.stream === stream).map(({ text }) => text);
  return outputKey({ stdout: of('stdout'), stderr: of('stderr'), exit: outcome.exit });
}
