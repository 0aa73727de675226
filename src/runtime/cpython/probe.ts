// Asks a Python what it is by running it once. The answer is kept with all that it depends on, so that a later
// command costs no process; if anything of that has changed, the Python is asked again.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { z } from 'zod';
import { readJson } from '../../json.ts';
import { programEnvironment } from '../process/environment.ts';
import { runProcess } from '../process/run.ts';
import { replaceCached } from '../process/replace-file.ts';

const answerSchema = z.object({
  /** What really runs: `python3` may be a launcher that chose among several. */
  executable: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  implementation: z.string(),
  gevent: z.string().nullable(),
  ray: z.string().nullable(),
  /** The folders that it imports from. */
  path: z.array(z.string()),
});
export type Answer = z.infer<typeof answerSchema>;

const cacheSchema = z.record(z.string(), z.object({ answer: answerSchema, depends: z.string() }));
type Cache = z.infer<typeof cacheSchema>;

/** ms; a Python that takes longer to say who it is counts as none. */
const probeTime = 5000;

// Runs on any Python since 2.7, so that one that is too old can say so.
const script = `
import json, platform, sys
def version(name):
    try:
        from importlib import metadata, util
        return metadata.version(name) if util.find_spec(name) else None
    except Exception:
        return None
try:
    import gevent
    gevent_version = gevent.__version__
except Exception:
    gevent_version = None
print(json.dumps({
    'executable': sys.executable,
    'version': platform.python_version(),
    'implementation': platform.python_implementation(),
    'gevent': gevent_version,
    'ray': version('ray'),
    'path': [folder for folder in sys.path if folder],
}))
`;

/** Runs `command` and reads its answer; undefined if it is not a Python that answers in time. */
export async function askPython(
  command: string,
  args: readonly string[],
  timeLimit = probeTime,
): Promise<Answer | undefined> {
  const env = programEnvironment({ PYTHONDONTWRITEBYTECODE: '1' });
  const child = { command, args: [...args, '-c', script], cwd: process.cwd(), env };
  try {
    const { lines } = await runProcess(child, { file: command, timeLimit });
    const printed = lines.filter((line) => line.stream === 'stdout').at(-1);
    return readJson(answerSchema, printed?.text ?? '');
  } catch {
    return undefined;
  }
}

export type Ask = (command: string, args: readonly string[]) => Promise<Answer | undefined>;

/** Answers from `file` where they still hold, else by `ask`; `save` writes what was learned. */
export class Probe {
  readonly #file: string;
  readonly #ask: Ask;
  readonly #cache: Cache;
  #changed = false;

  constructor(file: string, ask: Ask) {
    this.#file = file;
    this.#ask = ask;
    this.#cache = readCache(file);
  }

  /** `command` is an absolute path. */
  async answer(command: string, args: readonly string[]): Promise<Answer | undefined> {
    const key = [command, ...args].join(' ');
    const known = this.#cache[key];
    if (known && known.depends === dependencies(command, known.answer)) return known.answer;
    const answer = await this.#ask(command, args);
    this.#changed ||= known !== undefined;
    Reflect.deleteProperty(this.#cache, key);
    if (answer && !launches(command, answer)) {
      this.#cache[key] = { answer, depends: dependencies(command, answer) };
      this.#changed = true;
    }
    return answer;
  }

  save(): void {
    if (this.#changed) replaceCached(this.#file, `${JSON.stringify(this.#cache, null, 2)}\n`);
  }
}

/** A launcher may choose another Python next time for reasons that we cannot see: its answers are not kept. */
function launches(command: string, answer: Answer): boolean {
  return stamp(command) !== stamp(answer.executable);
}

/** Everything that can change the answer: the program itself, what is installed, and the variables that steer it. */
function dependencies(command: string, answer: Answer): string {
  const variables = ['PYTHONPATH', 'PYTHONHOME'].map((name) => process.env[name] ?? '');
  return JSON.stringify([stamp(command), answer.path.map(stamp), variables]);
}

function stamp(file: string): string {
  try {
    const real = realpathSync(file);
    const { mtimeMs, size } = statSync(real);
    return `${real} ${mtimeMs} ${size}`;
  } catch {
    return '';
  }
}

function readCache(file: string): Cache {
  try {
    return readJson(cacheSchema, readFileSync(file, 'utf8')) ?? {};
  } catch {
    return {};
  }
}
