// How observers inside programs reach us.

/** The variable that names the file to which observers append their records, one JSON object a line. */
export const recordsVariable = 'INTERLEAVE_RECORDS';
