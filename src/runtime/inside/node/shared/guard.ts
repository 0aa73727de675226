// What fails while we watch ends the watching, and nothing else.

/** Calls each action that it is given, until one throws. */
export function guard(): (action: () => unknown) => void {
  let broken = false;
  return (action) => {
    if (broken) return;
    try {
      action();
    } catch {
      broken = true;
    }
  };
}
