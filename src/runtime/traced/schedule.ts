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

/** The schedule of a cause as the option of a run: none where this engine has no schedules of it. */
export function scheduleOption(cause: string, seed: number): { readonly schedule?: Schedule } {
  const own = causes.find((one) => one === cause);
  return own === undefined ? {} : { schedule: { cause: own, seed } };
}
