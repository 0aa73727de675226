// Why tests that Node passes are not equal on the traced engine: each reason of the stored results is one of these.

const reasons: readonly (readonly [beginning: string, why: string])[] = [
  ['refused: replacing ', 'the engine itself iterates by it (src/runtime/traced/realm/relied.ts)'],
  ['refused: making ', 'no text becomes code: the transform has not seen it, and no limit could end it'],
  ['refused: the text of a function', 'a function of the program has the text of the transform'],
  ['refused: module ', 'no literal of the text says so'],
  ['refused: import.', 'a proposal that the engine does not have'],
  ['refused: an async function in a field with a computed name', 'its name is known only when the class is made'],
  ['refused: "await using" in the head of a loop', 'the transform has no form for it'],
  ['differs: Test262Error', 'a class of the engine reads the prototype of new.target before it looks at its arguments'],
];

/** Undefined for a reason that nobody has explained. */
export function whyOf(reason: string): string | undefined {
  return reasons.find(([beginning]) => reason.startsWith(beginning))?.[1];
}
