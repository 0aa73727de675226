// The one question that an engine asks while it runs a program: which way to go on? Each answer is a decision; a run is its
// list of decisions (CHESS: Musuvathi, Qadeer, Ball et al., OSDI 2008). All of it is JSON, so that an engine may answer over a pipe.

/** Why there is more than one way to go on. README.md beside this file says where each engine asks. */
export const decisionCauses = ['cpu', 'latency', 'ties', 'sets', 'threads'] as const;
export type DecisionCause = (typeof decisionCauses)[number];

/** Where in the program the engine stands. `what` is the engine's word for the place (`acquire`, `call_later`), no prose. */
export interface Location {
  readonly strand?: string;
  /** From 1. */
  readonly line?: number;
  readonly what?: string;
}

/**
 * One way to go on. `id` names who goes on (a strand, a timer, a wait): the same one as long as it is the same pending step
 * of the same one, in every schedule that comes to it; reduction and PCT rest on that.
 */
export interface Way extends Location {
  readonly id: string;
}

/** A choice point: what an engine asks. It asks only where there are at least two ways. */
export interface Choice {
  readonly cause: DecisionCause;
  /** How many ways there are; 0 is the usual one: no stall, nothing late, the same strand. */
  readonly options: number;
  /**
   * What each deviation from 0 adds to the cost of its cause (absent: 0). A context switch costs 1 where the running strand
   * could have gone on, which makes it a preemption, and nothing where it could not.
   */
  readonly cost?: number;
  readonly at?: Location;
  /** One for each option, in their order; absent where nobody needs them. */
  readonly ways?: readonly Way[];
  /**
   * The state in which the engine asks, whoever would go on included: where two choice points of a program have the same one, the
   * same can come after them. Absent where the engine does not know.
   */
  readonly state?: string;
}

/** What ran from one decision to the next: which strands, and which names (variables, queues, the output) they touched. */
export interface Step {
  readonly strands: readonly string[];
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
}

/** A choice point with its answer. */
export interface Decision extends Choice {
  /** From 0 to below `options`. */
  readonly taken: number;
  /** What ran because of it; absent where the engine does not look. */
  readonly step?: Step;
  /**
   * Options that need not be tried: what ran until the next decision has shown that each of them leads only to what others lead to.
   * A run that comes to this point with the same decisions, and takes the same option, shows the same.
   */
  readonly needless?: readonly number[];
}

/** A whole number from 0 to below `choice.options`. */
export type Choose = (choice: Choice) => number;

/** A decision that was not 0: at the choice point number `at`, from 0, option `take` was taken. */
export interface Deviation {
  readonly at: number;
  /** From 1. */
  readonly take: number;
}

/** A run that came to its end: its decisions, and what it printed and how it ended in the form of its engine. */
export interface Run<Outcome> {
  readonly decisions: readonly Decision[];
  readonly outcome: Outcome;
  /**
   * Whether the program looked at a number of the clock, which can only be one: SymbolicClock.pin. Then not every stall before it
   * was tried.
   */
  readonly pinned?: boolean;
  /** Whether the engine went the usual way where it could have asked: it asks only so often in a run. */
  readonly spent?: boolean;
}

/** The deviations of a run: with them it can be run again. */
export function deviationsOf(decisions: readonly Pick<Decision, 'taken'>[]): Deviation[] {
  return decisions.flatMap(({ taken }, at) => (taken === 0 ? [] : [{ at, take: taken }]));
}
