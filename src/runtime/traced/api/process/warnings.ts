// Warnings: told to the listeners of "warning" in a tick, and written on stderr (Node's lib/internal/process/warning.js).
import type { Environment } from '../../engine/environment.ts';
import { isObject } from '../../engine/object.ts';
import { named } from '../../engine/named.ts';

interface Options {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly detail?: unknown;
}

/** The process that a program sees has this number in every run. */
const pid = 1;

export class Warnings {
  /** `process`, once the program uses it. */
  emitter: { emit(name: string, ...args: unknown[]): boolean } | undefined;
  readonly #environment: Environment;
  #isHelpShown = false;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** process.emitWarning: a text with its type and code, or an error. */
  given(warning: unknown, type?: unknown, code?: unknown): void {
    const options: Options = isObject(type) && typeof type !== 'function' ? type : { type, code };
    if (warning instanceof Error) return this.emit(warning);
    const made = new Error(String(warning));
    made.name = typeof options.type === 'string' ? options.type : 'Warning';
    if (typeof options.code === 'string') Object.assign(made, { code: options.code });
    if (typeof options.detail === 'string') Object.assign(made, { detail: options.detail });
    this.emit(made);
  }

  emit(warning: Error): void {
    const { taskQueues } = this.#environment;
    const report = named('warning', () => {
      this.#write(warning);
      this.emitter?.emit('warning', warning);
    });
    taskQueues.nextTick(report, () => ({ kind: 'callback', of: 'nextTick', name: 'warning' }));
  }

  #write(warning: Error): void {
    const { output } = this.#environment;
    const code: unknown = Reflect.get(warning, 'code');
    const detail: unknown = Reflect.get(warning, 'detail');
    const lines = [`(node:${pid}) ${typeof code === 'string' ? `[${code}] ` : ''}${warning.name}: ${warning.message}`];
    if (typeof detail === 'string') lines.push(detail);
    const option = warning.name === 'DeprecationWarning' ? 'trace-deprecation' : 'trace-warnings';
    if (!this.#isHelpShown) lines.push(`(Use \`node --${option} ...\` to show where the warning was created)`);
    this.#isHelpShown = true;
    output.write('stderr', `${lines.join('\n')}\n`);
  }
}
