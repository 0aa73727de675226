// What the grammar is written in: text with holes that other arbitraries fill, and the words and gaps between them.
import * as fc from 'fast-check';

export type Text = fc.Arbitrary<string>;

/** What the parts of the grammar are made of. */
export interface Grammar {
  readonly type: Text;
  /** `<T, U>` where types are declared. */
  readonly typeParameters: Text;
  readonly typeArguments: Text;
  /** Parameters of a function with a body. */
  readonly parameters: Text;
  /** Parameters of a function without one. */
  readonly signature: Text;
  /** `: T` behind the brackets of a function. */
  readonly result: Text;
  readonly expression: Text;
  readonly member: Text;
  readonly statement: Text;
  readonly block: Text;
}

/** text`let ${name}: ${type}`: each hole is filled for itself. */
export function text(parts: TemplateStringsArray, ...holes: readonly Text[]): Text {
  return fc.tuple(...holes).map((filled) => String.raw({ raw: parts }, ...filled));
}

export const oneOf = (...choices: readonly string[]): Text => fc.constantFrom(...choices);

/** Nothing or `choice`. */
export const maybe = (choice: Text): Text => fc.option(choice, { nil: '' });

/** A few of `item`. */
export function list(item: Text, separator = ', ', maxLength = 3): Text {
  return fc.array(item, { maxLength }).map((items) => items.join(separator));
}

const words = [
  ...['type', 'declare', 'namespace', 'module', 'global', 'override', 'accessor', 'satisfies', 'is', 'out', 'require'],
  ...['from', 'of', 'get', 'set', 'assert', 'defer', 'source', 'using'],
];

/** Names of what is declared: plain ones, so that declarations do not clash with the words below. */
export const plainName = oneOf('a', 'b', 'c', 'd', 'é', '日本', '𝒳');

/** Names of values, among them the words that TypeScript gives a meaning in some place. */
export const name = oneOf(...words, 'asserts', 'keyof', 'infer', 'any', 'string', 'a', 'é');

/** Names of types: not those that begin a type of another kind. */
export const typeName = oneOf(...words, 'any', 'string', 'never', 'A', 'B');

/** Names in the braces of an import or export, where `as` has a meaning. */
export const boundName = oneOf(...words, 'abstract', 'keyof', 'a', 'é');

/** Between two words on one line or two. */
export const gap = oneOf(' ', ' ', ' ', ' ', '\n', ' /* c */ ', ' /*\n*/ ', ' // d\n', '\t');

/** Between two statements or two members. */
export const end = oneOf('\n', '\n', ';\n', ';', ' // e\n', '\n\n');
