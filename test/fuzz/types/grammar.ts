// A grammar of TypeScript: every construct that JavaScript lacks, in the places where it can stand.
import * as fc from 'fast-check';
import { end, gap, list, maybe, name, oneOf, plainName, text, typeName } from './template.ts';
import type { Grammar, Text } from './template.ts';
import { membersOf, moduleItemsOf, refusedOf, statementsOf } from './declarations.ts';

/** `item`: what stands in a module alone, or a statement; `refused`: what cannot be erased. */
type Values = Record<keyof Grammar | 'item' | 'refused', string>;

const depth = { maxDepth: 3, depthSize: 'small' } as const;
const choose = (...choices: readonly Text[]): Text => fc.oneof(depth, ...choices);

const { item, refused } = fc.letrec<Values>((tie) => {
  const all: Grammar = {
    type: tie('type'),
    typeParameters: tie('typeParameters'),
    typeArguments: tie('typeArguments'),
    parameters: tie('parameters'),
    signature: tie('signature'),
    result: tie('result'),
    expression: tie('expression'),
    member: tie('member'),
    statement: tie('statement'),
    block: tie('block'),
  };
  return {
    type: choose(...typesOf(all)),
    typeParameters: parametersOfTypes(all),
    typeArguments: text`<${list(all.type).filter((types) => types !== '')}>`,
    parameters: maybe(parametersOf(all, patternsOf(all))),
    signature: maybe(parametersOf(all, [])),
    // no type that ends in brackets: before `=>` Node reads these as the parameters of a function
    result: fc.oneof(oneOf(''), text`${oneOf(': ', ': a is ', ': asserts a is ')}A<${all.type}>`),
    expression: choose(...expressionsOf(all)),
    member: choose(...membersOf(all)),
    statement: choose(...statementsOf(all)),
    item: choose(tie('statement'), tie('statement'), ...moduleItemsOf(all)),
    refused: choose(...refusedOf(all)),
    block: text`{ ${list(all.statement, '\n', 2)} }`,
  };
});

/** Some statements, ended by a semicolon or by a line alone; one in twenty programs has something that Node refuses. */
export const program: Text = fc
  .array(fc.tuple(fc.oneof({ weight: 50, arbitrary: item }, { weight: 1, arbitrary: refused }), end), {
    minLength: 1,
    maxLength: 4,
  })
  .map((statements) => statements.flat().join(''));

function typesOf({ type, typeArguments, signature }: Grammar): Text[] {
  return [
    typeName,
    oneOf('void', 'null', 'undefined', '1', '(-1n)', '"t"', '`t`', 'this', 'unique symbol', 'typeof a.b', '{}', '[]'),
    text`(${type})[]`,
    text`A.${typeName}${typeArguments}`,
    text`(${type})${gap}| (${type})`,
    text`(${gap}(${type}) & ${typeName})`,
    text`(${signature}) =>${gap}${type}`,
    text`abstract new <T>(${signature}) => ${type}`,
    text`{ ${gap}${name}?: ${type}; readonly [k: string]: ${type}; ${name}(${signature}): ${type};${gap}}`,
    text`[${plainName}: ${type}, ...${typeName}[]]`,
    text`${typeName} extends infer U ? ${type} : ${type}`,
    text`{ -readonly [K in ${type}]-?: ${type} }`,
    text`keyof (${type})`,
    text`\`t\${${type}}\``,
    text`import("m").${typeName}`,
  ];
}

function parametersOfTypes({ type }: Grammar): Text {
  const one = text`${oneOf('', '', 'const ')}${oneOf('T', 'U')}${maybe(text` extends ${type}`)}${maybe(text` = ${type}`)}`;
  return text`<${gap}${one}${oneOf('', ',')}${gap}>`;
}

/** Parameters of different names: a word may be the first. */
function parametersOf({ type }: Grammar, patterns: readonly Text[]): Text {
  const annotation = maybe(text`${gap}: ${type}`);
  const others = fc.oneof(text`§${annotation}`, text`§${oneOf('?', ' ?')}${annotation}`, ...patterns);
  return fc
    .tuple(fc.oneof(text`${name}${annotation}`, others), fc.array(others, { maxLength: 2 }))
    .map(([first, rest]) => [first, ...rest].map((each, index) => each.replace('§', `p${index}`)).join(', '));
}

function patternsOf({ type, expression }: Grammar): Text[] {
  return [
    text`{ § }: ${type}${maybe(text` = ${expression}`)}`,
    text`[§]${maybe(text`${gap}: ${type}`)}`,
    text`§: ${type} = ${expression}`,
  ];
}

function expressionsOf(all: Grammar): Text[] {
  const { type, typeParameters, typeArguments, parameters, result, expression, member, block } = all;
  const simple = oneOf('', ': T', ': a is T', ': T[]', ': asserts a', ': Promise<T>');
  return [
    name,
    oneOf('1', '"s"', '`t`', '/r/', 'this', 'null', '[]', '{}.x'),
    text`(${expression}${gap}as ${type})`,
    text`(${expression}${gap}as const)`,
    text`a ${oneOf('+', '*', '&&', '**', '<', '==')} b as A.B ${oneOf('+', '*', '&&', '**', '==', '-')} c`,
    text`((${expression}) satisfies ${type})`,
    text`(${expression})!`,
    text`(${expression})!.${name}`,
    text`f${typeArguments}(${expression})`,
    text`(new F${typeArguments})`,
    text`a?.${name}!${oneOf('', '.b', '[0]', '?.()')}`,
    text`(f${typeArguments})`,
    text`f?.${typeArguments}(${expression})`,
    text`${name} => ${expression}`,
    text`async ${name} => ${expression}`,
    text`(${parameters})${result} => ${expression}`,
    text`((${parameters})${maybe(text`${gap}: A<${type}>`)} => ${block})`,
    text`async ${oneOf('<T>', '<T, U>', '<const T,>')}(${parameters})${result} => ${expression}`,
    text`${typeParameters}(${parameters}) => (${expression})`,
    text`flag ? (${expression}) : (${expression})`,
    text`(flag ? (${name}) : ${name} => 1)`,
    text`(flag ? (${name})${simple} => 1 : (${name})${simple} => 1)`,
    text`(${expression}) ${oneOf('+', '*', '<', '&&', '==', '>>')} (${expression})`,
    text`\`t\${${expression}}\``,
    text`((a as ${type}) = ${expression})`,
    text`[${list(expression)}]`,
    text`({ ${name}: ${expression}, ${plainName}${typeParameters}(${parameters})${result} {}, get ${name}()${result} ${block} })`,
    text`function ${maybe(plainName)}(this: ${type}, ${parameters})${result} ${block}`,
    text`class ${maybe(plainName)} ${maybe(text`implements ${plainName}${typeArguments}`)} {${gap}${member}${end}${member} }`,
  ];
}
