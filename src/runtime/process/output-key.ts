// When two runs have the same output: in stdout, stderr and exit code, but for where objects lie in memory.

/** Where an object lies in memory differs from run to run and makes no output another one. */
const addresses = /\b0x[0-9a-f]{6,}/g;

interface Ended {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exit: number | null;
}

/** The same text for equal outputs, and for no others. */
export function outputKey({ stdout, stderr, exit }: Ended): string {
  return JSON.stringify([stdout, stderr, exit]).replaceAll(addresses, '');
}
