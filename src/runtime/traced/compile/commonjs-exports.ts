// The names that a script exports to ES modules, as far as its text says so. Node finds them with cjs-module-lexer:
// https://nodejs.org/api/esm.html#commonjs-namespaces
import type { AnyNode, Program } from 'acorn';
import { simple } from 'acorn-walk';

/** Of `exports.name =`, `module.exports.name =`, `module.exports = { name }` and `Object.defineProperty(exports, "name", …)`. */
export function exportedByScript(tree: Program): string[] {
  const names = new Set<string>();
  simple(tree, {
    AssignmentExpression({ left, right }) {
      if (isExports(left) && right.type === 'ObjectExpression') {
        for (const each of right.properties) if (each.type === 'Property' && !each.computed) addKey(names, each.key);
      } else if (left.type === 'MemberExpression' && isExports(left.object) && !left.computed)
        addKey(names, left.property);
    },
    CallExpression({ callee, arguments: [holder, key] }) {
      const isDefined = callee.type === 'MemberExpression' && keyOf(callee.property) === 'defineProperty';
      if (isDefined && holder && isExports(holder) && key) addKey(names, key);
    },
  });
  return [...names];
}

function isExports(node: AnyNode): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  if (node.type !== 'MemberExpression' || node.computed) return false;
  return node.object.type === 'Identifier' && node.object.name === 'module' && keyOf(node.property) === 'exports';
}

function addKey(names: Set<string>, node: AnyNode): void {
  const key = keyOf(node);
  if (key !== undefined && key !== 'default') names.add(key);
}

function keyOf(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
