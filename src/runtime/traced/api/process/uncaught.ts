// What Node prints on stderr when a program ends by an error or with a top-level await that never settled. Of a stack
// only the program's own lines are shown.
import { placeOf } from '../../program.ts';
import type { Program } from '../../program.ts';
import type { Core } from '../../engine/core.ts';
import type { Formatter } from '../../engine/formatter.ts';
import { UnhandledPromiseRejection } from '../../engine/loop/unhandled.ts';

/** The version of Node whose behavior the engine has; a test holds it equal to the one that runs the tests. */
export const nodeVersion = 'v26.10.0';

const footer = `\nNode.js ${nodeVersion}`;

/** The place, that line of the program, the error. A rejection is placed where its error was made. */
export function uncaughtText(core: Core, error: unknown, isRejection: boolean, { inspect }: Formatter): string {
  if (error instanceof UnhandledPromiseRejection) {
    const head = 'node:internal/process/promises:322\n      new UnhandledPromiseRejection(reason);\n      ^\n\n';
    return `${head}${error.name}: ${error.message} {\n  code: '${error.code}'\n}\n${footer}`;
  }
  if (!(error instanceof Error)) {
    const hint = '(Use `node --trace-uncaught ...` to show where the exception was thrown)';
    return `\n${thrownAt(core)}${inspect(error)}\n${hint}\n${footer}`;
  }
  const isThrown = !isRejection && lineOf(core.program, core.lastLine).includes('throw');
  const head = isThrown ? thrownAt(core) : madeAt(core.program, error);
  return `${head}${head && '\n'}${inspect(error)}\n${footer}`;
}

/** The throw statement that ran last. */
function thrownAt({ program, lastLine }: Core): string {
  return place(program, lastLine, columnOf(program, lastLine, 'throw'));
}

/** The first place of the program in the error's stack. */
function madeAt(program: Program, error: { readonly stack?: unknown }): string {
  for (const text of String(error.stack).split('\n')) {
    const [, url, line, column] = /(file:\S+?):(\d+):(\d+)\)?$/.exec(text) ?? [];
    const module = program.modules.find((each) => each.url === url);
    if (module) return place(program, Number(line) + module.firstLine - 1, Number(column));
  }
  return '';
}

/** `line` is where the main program waits. */
export function unsettledText(program: Program, line: number): string {
  const where = place(program, line, columnOf(program, line, 'await'));
  return `Warning: Detected unsettled top-level await at ${where}\n\n`;
}

function columnOf(program: Program, line: number, word: string): number {
  return Math.max(0, lineOf(program, line).indexOf(word)) + 1;
}

function lineOf({ lines }: Program, line: number): string {
  return lines[line - 1] ?? '';
}

/** The address, the line and a mark below the column. */
function place(program: Program, line: number, column: number): string {
  const { module, line: own } = placeOf(program, line);
  return `${module?.url ?? program.url}:${own}\n${lineOf(program, line)}\n${' '.repeat(column - 1)}^\n`;
}
