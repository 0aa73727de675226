// How likely it is that the next random schedule gives an output that nobody has seen: Good, "The population frequencies of species
// and the estimation of population parameters", Biometrika 40 (1953), after Turing. It is about the share of outputs that
// were seen just once.

/**
 * From 0 to 1. `counts` has, for each output that only random schedules have given, how many of them gave it; `samples` is the number
 * of random schedules, at least 1.
 */
export function chanceOfNew(counts: readonly number[], samples: number): number {
  return counts.filter((count) => count === 1).length / samples;
}
