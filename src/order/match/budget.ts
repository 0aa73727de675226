// How much work one check may take: a contract that an output fits in too many ways ends with a fault, not never.

/** Ways to fit at one line of output, and readings of lines in all, past which a contract is too ambiguous to check. */
export const ambiguityLimits = { ways: 5_000, readings: 2_000_000 } as const;

/** Readings of lines that are left. Shared by whatever together may not take longer. */
export interface Budget {
  left: number;
}

export function newBudget(): Budget {
  return { left: ambiguityLimits.readings };
}
