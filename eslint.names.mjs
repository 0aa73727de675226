// The words that are not used in names, each with the word of the field to use instead: one table for the lint rule of
// identifiers and for the test of file names (test/architecture.test.ts).

const emit = 'emit, emitter, retract; narrate where prose is made';
const live = 'live (a recording of a real run); timings for measured times';
const say = 'a verb that says what is done';

/** @type {Readonly<Record<string, string>>} */
const replacements = {
  tell: emit,
  tells: emit,
  told: emit,
  teller: emit,
  untell: 'retract',
  moment: 'hook',
  moments: 'hooks',
  doing: 'probe',
  doings: 'probes',
  errand: 'executor job',
  errands: 'executor jobs',
  crew: 'worker pool',
  together: 'compare',
  thing: 'sync object, or what it is',
  things: 'sync objects, or what they are',
  standing: 'location or position',
  standings: 'locations or positions',
  owed: 'required',
  evidence: 'stored recording',
  reached: 'failing schedule',
  mend: 'fix',
  mended: 'fixed',
  anew: 'again',
  tied: 'back-referenced',
  timed: live,
  blaming: say,
  needing: say,
  broke: 'broken',
  virtually: 'on a virtual clock',
  explained: 'help, or has a finding',
};

/** What those words may stand in: `timedOut` is the usual name of what a time limit ended. */
const exceptions = new Set(['timedOut']);

/**
 * The word of a name that is to be replaced, with the one to use; `name` is an identifier or a file without its folder.
 * @param {string} name
 */
export function replacedWord(name) {
  if (exceptions.has(name)) return undefined;
  const words = name
    .split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z\d]+/)
    .map((word) => word.toLowerCase());
  const word = words.find((one) => Object.hasOwn(replacements, one));
  return word === undefined ? undefined : `"${word}" in the name ${name}: say ${replacements[word]}`;
}

/** @type {import('eslint').Rule.RuleModule} */
const fieldNames = {
  meta: { type: 'suggestion', schema: [], docs: { description: 'names use the words of the field' } },
  create(context) {
    /** @param {import('eslint').Rule.Node & { readonly name: string }} node */
    const check = (node) => {
      const message = replacedWord(node.name);
      if (message !== undefined) context.report({ node, message });
    };
    return { Identifier: check, PrivateIdentifier: check };
  },
};

export const names = { rules: { 'field-names': fieldNames } };
