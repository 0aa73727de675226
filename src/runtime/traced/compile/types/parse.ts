// The parser for TypeScript, set up so that it takes for a program what Node takes for one.
import { parse } from '@babel/parser';
import type { ParserOptions } from '@babel/parser';
import type { Token } from './tokens.ts';
import { isTyped } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

/** What Node takes a program for; where nobody says so, what its text can be. */
export type SourceKind = 'script' | 'module' | 'unambiguous';

const options: ParserOptions = {
  tokens: true,
  attachComment: false,
  createParenthesizedExpressions: true,
  errorRecovery: true,
  plugins: [
    'typescript',
    'decorators-legacy',
    'decoratorAutoAccessors',
    'explicitResourceManagement',
    'deferredImportEvaluation',
    'sourcePhaseImports',
  ],
};

/** What the parser objects to in types, and Node erases without a word. */
const uncheckedInTypes = [
  'ConstInitiailizerMustBeStringOrNumericLiteralOrLiteralEnumReference',
  'EmptyHeritageClauseType',
  'EmptyTypeArguments',
  'EmptyTypeParameters',
  'ImportAliasHasImportType',
  'IndexSignatureHasDeclare',
  'InitializerNotAllowedInAmbientContext',
  'InvalidPropertyAccessAfterInstantiationExpression',
  'OptionalTypeBeforeRequired',
  'PatternIsOptional',
  'TupleOptionalAfterType',
  'TypeImportCannotSpecifyDefaultAndNamed',
  'UnexpectedKeyword',
  'UnexpectedReadonly',
];

/** What only the program without its types shows: whoever reads that finds it. */
const uncheckedInValues = [
  'AsyncFunctionInSingleStatementContext',
  'InvalidLhs',
  'InvalidPrivateFieldResolution',
  'ModuleExportUndefined',
  'OptionalChainingNoTemplate',
  'ParamDupe',
  'PrivateNameRedeclaration',
  'StrictFunction',
  'SuperNotAllowed',
  'UnexpectedReservedWord',
  'VarRedeclaration',
];
const unchecked = new Set([...uncheckedInTypes, ...uncheckedInValues]);

export interface Parsed {
  readonly program: TypedNode;
  readonly tokens: readonly Token[];
}

/** Throws a SyntaxError that ends in "(line:column)", the line from 1. */
export function parseTypeScript(text: string, sourceType: SourceKind): Parsed {
  const { program, tokens, errors } = parse(text, { ...options, sourceType });
  const error = errors?.find(({ reasonCode }) => !unchecked.has(reasonCode));
  if (error instanceof Error) throw error;
  if (!isTyped(program)) throw new TypeError('the parser gave no tree');
  const listed: readonly unknown[] = tokens ?? [];
  return { program, tokens: listed.filter(isToken) };
}

/** Comments are no tokens, and the end of the file is none. */
function isToken(value: unknown): value is Token {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type } = value;
  return typeof type === 'object' && type !== null && 'label' in type && type.label !== 'eof';
}
