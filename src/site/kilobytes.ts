// How weights are said: of a transfer over the network, a kilobyte is 1,000 bytes.

/** "14.2" */
export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
