// Names that a lowered function cannot have, since it is a generator: `yield`, which sloppy code may use as a name, and
// `arguments` inside an async arrow function, which are those of the function around it.
import type { AnyNode, AssignmentProperty, Identifier, Property } from 'acorn';
import { replace } from './edit.ts';
import type { Edit, Scope } from './edit.ts';
import { find, isOrdinaryFunction } from './syntax.ts';
import type { FunctionNode } from './syntax.ts';

/** In the whole program, so that it stays one name. */
export const renamedEverywhere: Scope['renamed'] = new Map([['yield', '$$yield']]);

/** Of a function in `outer`: the names inside it, and what has to stand before an async arrow function. */
export function renamedIn(edit: Edit, node: FunctionNode, outer: Scope): { renamed: Scope['renamed']; helper: string } {
  if (isOrdinaryFunction(node)) return { renamed: renamedEverywhere, helper: '' };
  const { renamed } = outer;
  if (!node.async || renamed.has('arguments')) return { renamed, helper: '' };
  const isArguments = (below: AnyNode) => below.type === 'Identifier' && below.name === 'arguments';
  if (!find([...node.params, node.body], isArguments, isOrdinaryFunction)) return { renamed, helper: '' };
  const name = `$$arguments${edit.fresh()}`;
  return { renamed: new Map([...renamed, ['arguments', name]]), helper: `const ${name}=arguments;` };
}

export function renameIdentifier(edit: Edit, node: Identifier, parent: AnyNode | undefined, { renamed }: Scope): void {
  const name = renamed.get(node.name);
  if (name !== undefined && !isKey(node, parent)) replace(edit, node.start, node.end, name);
}

/** `{ yield }`: the key stays. True if the node is done with everything below it. */
export function renameShorthand(edit: Edit, node: Property | AssignmentProperty, { renamed }: Scope): boolean {
  if (!node.shorthand || node.value.type !== 'Identifier') return false;
  const name = renamed.get(node.value.name);
  if (name === undefined) return false;
  replace(edit, node.start, node.end, `${node.value.name}:${name}`);
  return true;
}

/** Whether it names a property. */
function isKey(node: Identifier, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.key === node && !parent.computed;
    default:
      return false;
  }
}
