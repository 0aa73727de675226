// How V8 names an expression in the message of a TypeError.
import type { AnyNode } from 'acorn';

const unnamed = '(intermediate value)';

/** "five", "o.list", "o.f(...)". */
function callSite(node: AnyNode): string {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'ThisExpression':
      return 'this';
    case 'CallExpression':
      return `${callSite(node.callee)}(...)`;
    case 'MemberExpression': {
      const { object, property, computed } = node;
      if (!computed && property.type === 'Identifier') return `${callSite(object)}.${property.name}`;
      const key = property.type === 'Literal' ? String(property.value) : undefined;
      return `${callSite(object)}${key === undefined ? '[...]' : `.${key}`}`;
    }
    default:
      return unnamed;
  }
}

/** What is said of a value that cannot be iterated over by `yield*`; nothing where its type says it. */
export function delegateMessage({ type }: AnyNode): string | undefined {
  const unnamedOnes = ['MemberExpression', 'CallExpression', 'NewExpression', 'SequenceExpression'];
  return unnamedOnes.includes(type) ? `yield* ${unnamed} is not iterable` : undefined;
}

/** What is said of a value that cannot be iterated over by `for await`. */
export function notIterable(node: AnyNode): string {
  const called = node.type === 'CallExpression' ? ' is not a function or its return value' : '';
  return `${callSite(node)}${called} is not async iterable`;
}
