// Which legal schedule a run takes. The same seed gives the same schedule, on every machine.

export const causes = ['cpu', 'latency'] as const;
export type ScheduleCause = (typeof causes)[number];

export interface Schedule {
  /** A whole number from 0 to 2 ** 32 - 1. */
  readonly seed: number;
  /**
   * `cpu`: time passes between callbacks and between statements. `latency`: each timer of more than 1 ms stands for an
   * outside wait and may be up to 50 % late. Nothing that the language or Node promises is reordered.
   */
  readonly cause: ScheduleCause;
}
