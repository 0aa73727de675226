// What the host is told through its environment.

/** The variable that names the file of the memory picture. */
export const snapshotVariable = 'INTERLEAVE_SNAPSHOT';
