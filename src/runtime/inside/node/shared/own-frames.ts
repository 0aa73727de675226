// Which frames of a stack are ours: those of the code that runs here inside the reader's program.

/** What their URLs begin with. */
export const ownFrames = new URL('..', import.meta.url).href;
