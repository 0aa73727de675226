// Everything that ends a run before its event loop is empty. It passes through the program's own catch and finally:
// the probe at their start throws it again.

export interface Limits {
  /** Statements, calls and jobs. */
  readonly steps: number;
  /** Events, if there is a tracer. */
  readonly events: number;
  /** Lines of output. */
  readonly lines: number;
  /** UTF-16 units of output. */
  readonly output: number;
}

export const defaultLimits: Limits = { steps: 200_000, events: 20_000, lines: 1_000, output: 262_144 };

/** `wait`: nothing can wake the program; `time`: whoever runs it has waited long enough. */
export type StopReason = keyof Limits | 'wait' | 'time';

/** Why a run was ended by the engine, in words. */
export interface Stopped {
  readonly reason: StopReason;
  readonly text: string;
}

export function stoppedBy(reason: keyof Limits, limit: number): Stopped {
  const what = { steps: 'steps', events: 'events', lines: 'lines of output', output: 'characters of output' }[reason];
  return { reason, text: `stopped after ${limit} ${what}` };
}

export class Halt extends Error {
  override readonly name = 'Halt';
  /** Absent where the program itself ended: by process.exit() or by an error that nobody caught. */
  readonly stopped: Stopped | undefined;

  constructor(stopped?: Stopped) {
    super(stopped?.text ?? 'the program ended');
    this.stopped = stopped;
  }
}
