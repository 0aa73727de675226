// One program on both sides: Node itself, and the traced engine.
import { compile } from '../../src/runtime/traced/compile/compile.ts';
import { runInRealm } from '../../src/runtime/realm/realm.ts';
import type { NodeRunner } from './node-runner.ts';
import type { FuzzedProgram } from './program.ts';

/** How many lines Node printed, and in words where the engine differs. */
export async function difference(program: FuzzedProgram, node: NodeRunner): Promise<{ lines: number; text?: string }> {
  const expected = await node.run(program);
  const { printed, fault } = onEngine(program);
  const length = Math.max(expected.length, printed.length);
  const at = Array.from({ length }, (_, line) => line).find((line) => expected[line] !== printed[line]);
  if (at === undefined && fault === undefined) return { lines: expected.length };
  const head = fault ?? `line ${(at ?? 0) + 1} differs`;
  return {
    lines: expected.length,
    text: `${head}\nNode:\n${column(expected)}\nengine:\n${column(printed)}\n${program.kind}:\n${program.text}`,
  };
}

function onEngine({ kind, text }: FuzzedProgram): { printed: readonly string[]; fault?: string | undefined } {
  try {
    const compiled = compile(text, { file: 'program.ts', url: 'file:///program.ts', commonJs: kind === 'script' });
    const { stdout, stopped } = runInRealm(compiled);
    return { printed: stdout, fault: stopped?.text };
  } catch (error) {
    return { printed: [], fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function column(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
