// For tests of the real clock alone. A stall of the whole machine can turn two timers round, as it can for a reader; a false
// claim fails three times. Whatever runs on a virtual clock, or on none, fails at once.
export const realClock = { retry: 2 } as const;
