// Which strands of a TypeScript program still wait at its end: what it tells a tracer when it is run once more in the same way.
import { runInRealm } from '../realm/realm.ts';
import type { Program } from '../traced/program.ts';
import type { RunOptions } from '../traced/realm/world.ts';

/** One sentence for each: "worker waits at line 5: await gate". `options` are those of the run. */
export function waitingAtEnd(program: Program, options: RunOptions): string[] {
  const names = new Map<number, string>([[0, 'main']]);
  const waiting = new Map<number, number>();
  runInRealm(program, {
    ...options,
    tracer: {
      create: ({ strand, name }) => names.set(strand, name),
      suspend: ({ strand, line, on }) => (on.kind === 'yield' ? waiting.delete(strand) : waiting.set(strand, line)),
      resume: ({ strand }) => waiting.delete(strand),
      settle: ({ strand }) => waiting.delete(strand),
    },
  });
  return [...waiting].map(([strand, line]) => {
    return `${names.get(strand) ?? `strand ${strand}`} waits at line ${line}: ${program.lines[line - 1]?.trim() ?? ''}`;
  });
}
