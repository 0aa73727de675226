// The part of the grammar that holds declarations: statements, imports and exports, members of classes.
import { boundName, end, gap, list, maybe, name, oneOf, plainName, text } from './template.ts';
import type { Grammar, Text } from './template.ts';

export function statementsOf(all: Grammar): Text[] {
  return [...valueStatements(all), ...typeStatements(all)];
}

function valueStatements(all: Grammar): Text[] {
  const { type, typeParameters, parameters, signature, result, expression, member, block } = all;
  return [
    text`void (${expression})`,
    text`${name} = ${expression}`,
    text`(${expression})`,
    text`[${expression}]`,
    text`let ${plainName}${oneOf('', '!')}: ${type}`,
    text`var ${name}: ${type} = ${expression}`,
    text`const { ${plainName} }: ${type} = ${expression}, [${plainName}] = ${expression}`,
    text`function ${name}${maybe(typeParameters)}(${parameters})${result} ${block}`,
    text`async function* ${plainName}(${parameters}) { yield ${expression}; await (${expression}) }`,
    text`function ${plainName}(${signature})${result}${end}function ${plainName}() {}`,
    text`function ${plainName}() { return ${expression} }`,
    text`function ${plainName}() { return ${typeParameters}${gap}(${parameters}) => 1 }`,
    text`${oneOf('', 'abstract ')}class ${plainName}${maybe(typeParameters)} extends B {${gap}${oneOf('', 'override a: 1; ', 'public override b() {}')}constructor(${parameters}) {}${member}${end}${member}${end}}`,
    text`abstract class ${plainName} { abstract ${plainName}: ${type}${end}abstract ${plainName}(${signature})${result};${member} }`,
    text`class ${boundName} {}`,
    text`if (${expression}) ${block} else ${block}`,
    text`for (const ${plainName} of ${expression}) ${block}`,
    text`for (let ${plainName}: ${type} = ${expression}; ;) break`,
    text`try {} catch (e: unknown) ${block}`,
    text`${boundName}: for (;;) break`,
  ];
}

function typeStatements({ type, signature, result }: Grammar): Text[] {
  return [
    text`type ${plainName}${oneOf('', '<T>', '<in out T = 1>')} =${gap}${type}`,
    text`type ${boundName} = ${type}`,
    text`interface ${plainName}${oneOf('', '<T>')} extends ${plainName} { ${name}: ${type} }`,
    text`declare ${oneOf('let', 'var', 'const')} ${plainName}: ${type}`,
    text`declare function ${plainName}(${signature})${result}`,
    text`declare class ${plainName} { ${name}: ${type}; ${name}(${signature})${result} }`,
    text`declare ${oneOf('enum E', 'const enum E', 'namespace N', 'global', 'module "m"')} {}`,
    text`namespace ${plainName} { export type T = ${type}; interface I {} namespace M {} }`,
  ];
}

export function moduleItemsOf({ type, expression, parameters, result, member }: Grammar): Text[] {
  const specifier = text`${oneOf('', '', 'type ')}${boundName}${maybe(text` as ${plainName}`)}`;
  return [
    text`import { ${list(specifier)} } from 'm'`,
    text`import type { ${list(boundName)} } from 'm'`,
    text`import ${oneOf('', 'type ')}${plainName} from 'm'`,
    text`import type * as ${name} from 'm'`,
    text`import type ${plainName} = require('m')`,
    text`export { ${list(specifier)} } from 'm'`,
    text`export type { ${list(boundName)} } from 'm'`,
    text`export type *${maybe(text` as ${name}`)} from 'm'`,
    text`export ${oneOf('', 'declare ')}${oneOf('let', 'var')} ${plainName}: ${type}`,
    text`export type ${plainName} = ${type}`,
    text`export interface ${plainName} {}`,
    text`export ${oneOf('', 'abstract ')}class ${plainName} { ${member} }`,
    text`export function ${plainName}(${parameters})${result} {}`,
    text`export default interface ${plainName} {}`,
    text`export default (${expression})`,
  ];
}

/** What cannot be erased. */
export function refusedOf({ type, expression }: Grammar): Text[] {
  return [
    text`enum ${plainName} { ${name} }`,
    text`namespace ${plainName} { let ${plainName}: ${type} }`,
    text`class ${plainName} { constructor(${oneOf('private', 'public readonly', 'protected')} ${plainName}: ${type}) {} }`,
    text`import ${plainName} = ${plainName}.${name}`,
    text`module ${plainName} {}`,
    text`let ${plainName} = <${type}>(${expression})`,
  ];
}

export function membersOf({ type, typeParameters, parameters, signature, result, expression, block }: Grammar): Text[] {
  const access = oneOf('', '', 'public ', 'private ', 'protected ');
  const key = oneOf('a', 'b', '"c"', '1', '[d]', 'get', 'set', 'static', 'in', 'instanceof', 'type', 'async');
  return [
    text`${access}${oneOf('', 'static ')}${oneOf('', 'readonly ')}${key}${oneOf('', '?', '!')}: ${type}`,
    text`${access}${oneOf('', 'readonly ')}${key}${maybe(text`: ${type}`)} = ${expression}`,
    text`${access}${oneOf('a', '"b"', '[c]', 'get', 'set')}`,
    text`${access}${oneOf('', 'static ')}${key}${maybe(typeParameters)}(${parameters})${result} ${block}`,
    text`${access}async *${key}(${parameters}) ${block}`,
    text`${access}*${key}() ${block}`,
    text`${access}get ${key}()${result} ${block}`,
    text`${oneOf('', 'static ')}#p${oneOf('', '?', '!')}: ${type}`,
    text`${oneOf('', 'readonly ', 'static ')}[k: string]: ${type}`,
    text`declare ${oneOf('', 'static ')}${oneOf('', 'readonly ')}a: ${type}`,
    text`${access}a(${signature})${result};${access}a() {}`,
    text`${access}accessor ${key}: ${type}`,
    text`static ${block}`,
  ];
}
