// A child process that answers each line with lines, until it is stopped.
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { endTagged, ownGroup, runTag, signalGroup } from '../process/group.ts';
import type { Command } from '../process/run.ts';
import { watchOver } from '../process/watch.ts';

let conversations = 0;

export class Conversation {
  readonly #tag = `${process.pid}-lines-${(conversations += 1)}`;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: AsyncIterator<string, undefined>;
  readonly #unwatch: () => void;
  readonly #ended: Promise<void>;
  #complaint = '';

  constructor({ command, args, cwd, env }: Command) {
    const settings = { cwd, env: { ...env, [runTag]: this.#tag }, detached: ownGroup, windowsHide: true };
    this.#child = spawn(command, args, { ...settings, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
    this.#child.stderr.on(
      'data',
      (chunk: Buffer) => (this.#complaint = (this.#complaint + String(chunk)).slice(-4000)),
    );
    this.#child.stdin.on('error', () => undefined); // the child has ended: the missing answer says so
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', () => resolve());
      this.#child.once('close', () => resolve());
    });
    this.#unwatch = watchOver({ kill: () => this.#kill(), interrupt: () => this.stop() });
    void this.#ended.then(this.#unwatch);
  }

  say(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  /** The next line of the child; undefined where it has ended. */
  async hear(): Promise<string | undefined> {
    const { value } = await this.#lines.next();
    return value;
  }

  /** The last line of what it wrote to stderr. */
  complaint(): string | undefined {
    return this.#complaint
      .trim()
      .split('\n')
      .findLast((line) => line !== '');
  }

  /** Ends the child and all that it has started. */
  async stop(): Promise<void> {
    this.#kill();
    await this.#ended;
  }

  #kill(): void {
    if (this.#child.pid !== undefined) signalGroup(this.#child.pid, 'SIGKILL');
    endTagged(this.#tag);
  }
}
