// The exit codes of what does not end by itself, the same on every engine with a virtual clock.

/** Node's for a program that nothing can wake any more: https://nodejs.org/api/process.html#exit-codes */
export const deadlockExit = 13;

/** That of timeout(1), for a run that a limit ended. */
export const limitExit = 124;
