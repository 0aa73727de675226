// The method calls of the engine, so that a program does not meet them when it replaces a method: `list.push(x)` is the
// push that arrays had before any program ran. Node writes ArrayPrototypePush(list, x) in its own library; here the bundle
// is rewritten.
import { parse } from 'acorn';
import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { full } from 'acorn-walk';
import MagicString from 'magic-string';

/** How a value of each class is told; what is none of them keeps its own method. */
const owners = {
  Array: '$isArray(self)',
  String: "typeof self === 'string'",
  Function: "typeof self === 'function'",
} as const;
type Owner = keyof typeof owners;

const methods = new Map<string, readonly Owner[]>();
for (const { name, prototype } of [Array, String, Function] as const) {
  for (const key of Object.getOwnPropertyNames(prototype)) {
    const value: unknown = Object.getOwnPropertyDescriptor(prototype, key)?.value;
    if (typeof value === 'function' && key !== 'constructor' && key !== 'toString') {
      methods.set(key, [...(methods.get(key) ?? []), name as Owner]);
    }
  }
}

interface MethodCall {
  readonly node: CallExpression;
  readonly callee: MemberExpression;
  readonly name: string;
}

/** `script` with its method calls rewritten, behind the functions that they call now. */
export function withOwnMethods(script: string): string {
  const text = new MagicString(script);
  const helpers = new Map<string, string>();
  for (const { node, callee, name } of methodCalls(script)) {
    const isSpread = node.arguments.some(({ type }) => type === 'SpreadElement');
    const count = isSpread ? undefined : node.arguments.length;
    const helper = `$${name}${count ?? ''}`;
    helpers.set(helper, helperOf(helper, name, count));
    const open = script.indexOf('(', callee.property.end);
    text.prependRight(callee.object.start, `${helper}(`);
    text.update(callee.object.end, open + 1, node.arguments.length > 0 ? ',' : '');
  }
  return `${taken}${[...helpers.values()].join('\n')}\n${text.toString()}`;
}

/** The inner ones first. */
function methodCalls(script: string): MethodCall[] {
  const found: MethodCall[] = [];
  /** In `a?.b.push(x)` nothing is called where there is no `a`. */
  const chained = new Set<AnyNode>();
  full(parse(script, { ecmaVersion: 'latest', sourceType: 'script', preserveParens: true }), (node) => {
    if (node.type === 'ChainExpression') for (const link of links(node.expression)) chained.add(link);
    if (node.type !== 'CallExpression') return;
    const { callee } = node;
    if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type === 'Super') return;
    const name = callee.property.type === 'Identifier' ? callee.property.name : '';
    if (methods.has(name)) found.push({ node, callee, name });
  });
  return found.filter(({ node }) => !chained.has(node));
}

function links(node: AnyNode): AnyNode[] {
  if (node.type === 'CallExpression') return [node, ...links(node.callee)];
  return node.type === 'MemberExpression' ? [node, ...links(node.object)] : [node];
}

const taken = `
const $uncurried = (method) => globalThis.Reflect.apply(globalThis.Function.prototype.bind, globalThis.Function.prototype.call, [method]);
const $isArray = globalThis.Array.isArray;
`;

/** A function that stands for the method `name` with `count` arguments; any number if undefined. */
function helperOf(helper: string, name: string, count: number | undefined): string {
  const parameters = count === undefined ? ['...all'] : Array.from({ length: count }, (_, index) => `a${index}`);
  const given = ['self', ...parameters].join();
  const choices = (methods.get(name) ?? []).map((owner) => ({ owner, own: `$${owner}${helper}` }));
  const kept = choices.map(({ owner, own }) => `const ${own} = $uncurried(globalThis.${owner}.prototype.${name});`);
  const chosen = choices.map(({ owner, own }) => `${owners[owner]} ? ${own}(${given}) : `);
  return `${kept.join('')}const ${helper} = (${given}) => ${chosen.join('')}self.${name}(${parameters.join()});`;
}
