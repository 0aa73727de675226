// Adds probes to a program so that each async function and generator tells when it starts, waits, goes on and ends.
// Only text is inserted, within its line: native async functions stay what they are, and nothing takes a tick more or less.
import { parse } from 'acorn';
import type { AwaitExpression, BlockStatement, ForOfStatement, Program, ReturnStatement, YieldExpression } from 'acorn';
import MagicString from 'magic-string';
import type { Site } from './strands.ts';
import { children, isFunction, nameOf, parameterNames } from './syntax.ts';
import type { FunctionNode, Syntax } from './syntax.ts';

export interface Transformed {
  readonly code: string;
  /** From the new text to the old. */
  readonly map: string;
}

/** How probes reach the strands: a property of the global object. */
export const strandsKey = 'interleave.strands';

/**
 * The program with probes. `addSite` is told of each function and says by which number its probes name it.
 * Throws a SyntaxError for what it cannot handle; the program then runs untouched.
 */
export function addProbes(source: string, addSite: (site: Site) => number): Transformed {
  const tree = read(source);
  const transform = new Transform(source, addSite);
  transform.program(tree);
  const code = transform.text.toString();
  read(code);
  return { code, map: transform.text.generateMap({ hires: true, includeContent: true }).toString() };
}

function read(source: string): Program {
  return parse(source, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true, locations: true });
}

class Transform {
  readonly text: MagicString;
  readonly #source: string;
  readonly #addSite: (site: Site) => number;
  /** The names that probes use; none of them stands in the program. */
  readonly #strands: string;
  readonly #strand: string;
  #tokens = 0;

  constructor(source: string, addSite: (site: Site) => number) {
    this.text = new MagicString(source);
    this.#source = source;
    this.#addSite = addSite;
    let name = '$strand';
    while (source.includes(name)) name += '$';
    this.#strands = `${name}s`;
    this.#strand = name;
  }

  program(tree: Program): void {
    const start = tree.body[0]?.start ?? 0;
    const strands = `${this.#strands}=globalThis[Symbol.for("${strandsKey}")]`;
    this.#open(start, `const ${strands},${this.#strand}=${this.#strands}.main;${this.#resume}`);
    this.#close(
      this.#source.length,
      `\n;${this.#strands}.returning(${this.#strand});${this.#strands}.pop(${this.#strand});`,
    );
    this.#disposals(tree);
    this.#visitAll(tree, true);
  }

  /** `inStrand`: whether this code runs directly in the main program, an async function or a generator. */
  #visit(node: Syntax, parent: Syntax, inStrand: boolean): void {
    if (!isFunction(node)) {
      if (inStrand) this.#probes(node, parent);
      this.#visitAll(node, inStrand);
      return;
    }
    const ownStrand = node.async || node.generator;
    if (ownStrand) this.#function(node, parent);
    this.#visitAll(node, ownStrand);
  }

  #visitAll(node: Syntax, inStrand: boolean): void {
    for (const child of children(node)) this.#visit(child, node, inStrand);
  }

  #probes(node: Syntax, parent: Syntax): void {
    switch (node.type) {
      case 'AwaitExpression':
      case 'YieldExpression':
        return this.#wait(node);
      case 'ForOfStatement':
        return this.#loop(node, parent);
      case 'BlockStatement':
        return this.#block(node);
      case 'ReturnStatement':
        return this.#return(node);
      case 'CatchClause':
        return this.#open(node.body.start + 1, this.#resume);
      case 'TryStatement':
        if (node.finalizer) this.#open(node.finalizer.start + 1, this.#resume);
    }
  }

  #function(node: FunctionNode, parent: Syntax): void {
    const kind = node.generator ? 'generator' : 'async function';
    const lines = { line: node.loc?.start.line ?? 0, end: node.loc?.end.line ?? 0 };
    const site = this.#addSite({ kind, name: nameOf(node, parent) ?? kind, ...lines });
    const values = parameterNames(node).join(',');
    const head = `const ${this.#strand}=${this.#strands}.enter(${site},[${values}]);try{`;
    const tail = `}finally{${this.#strands}.pop(${this.#strand})}`;
    if (node.body.type === 'BlockStatement') {
      if (node.body.body.length === 0) return;
      this.#open(node.body.start + 1, head);
      this.#close(node.body.end - 1, `;${this.#strands}.returning(${this.#strand});${tail}`);
      return;
    }
    const arrow = this.#source.lastIndexOf('=>', node.body.start) + 2;
    this.#open(arrow, `{${head}return ${this.#strands}.returning(${this.#strand},(`);
    this.#close(node.end, `))${tail}}`);
  }

  /**
   * `await E` becomes `resume?.(strand, await suspend(strand, E))`, and `yield E` alike. With `?.` messages of errors call it an
   * intermediate value, as they call the `await` itself.
   */
  #wait(node: AwaitExpression | YieldExpression): void {
    const star = node.type === 'YieldExpression' && node.delegate;
    const keyword = star ? this.#source.indexOf('*', node.start) + 1 : node.start + 5;
    const suspend = ` ${this.#strands}.suspend(${this.#strand},${node.loc?.start.line ?? 0}`;
    this.#open(node.start, `${this.#strands}.resume?.(${this.#strand},`);
    if (node.argument) this.#open(keyword, `${suspend},`);
    this.#close(node.end, node.argument ? '))' : `${suspend}))`);
  }

  #return(node: ReturnStatement): void {
    const returning = ` ${this.#strands}.returning(${this.#strand}`;
    if (node.argument) {
      this.#open(node.start + 'return'.length, `${returning},`);
      this.#close(node.argument.end, ')');
    } else this.#close(node.start + 'return'.length, `${returning})`);
  }

  /** However a `for await` is left, the strand runs again before anything else does. */
  #loop(node: ForOfStatement, parent: Syntax): void {
    if (!node.await) return;
    if (node.left.type === 'VariableDeclaration' && node.left.kind.endsWith('using'))
      throw new SyntaxError('using in a loop');
    this.#open(parent.type === 'LabeledStatement' ? parent.start : node.start, 'try{');
    this.#close(node.end, `}finally{${this.#resume}}`);
    this.#open(node.right.start, `${this.#strands}.awaited?.(${this.#strand},${node.loc?.start.line ?? 0},`);
    this.#close(node.right.end, ')');
    this.#open(node.body.start, `{${this.#resume}`);
    this.#close(node.body.end, '}');
  }

  /** The end of a block that holds `await using` is a suspension. */
  #block(node: BlockStatement): void {
    if (!this.#disposals(node)) return;
    this.#open(node.start + 1, 'try{');
    this.#close(node.end - 1, `}finally{${this.#resume}}`);
  }

  /** What is declared last is disposed first: after each `await using` one of ours, which tells that the strand waits. */
  #disposals(node: BlockStatement | Program): boolean {
    const disposing = node.body.filter((each) => each.type === 'VariableDeclaration' && each.kind === 'await using');
    for (const { end, loc } of disposing) {
      const line = loc?.start.line ?? 0;
      this.#close(
        end,
        `;using ${this.#strand}${(this.#tokens += 1)}=${this.#strands}.suspending(${this.#strand},${line});`,
      );
    }
    return disposing.length > 0;
  }

  get #resume(): string {
    return `${this.#strands}.resume(${this.#strand});`;
  }

  #open(at: number, text: string): void {
    this.text.appendRight(at, text);
  }

  #close(at: number, text: string): void {
    this.text.prependLeft(at, text);
  }
}
