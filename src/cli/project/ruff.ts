// The rules of ruff for the Python of this repository. It comes as WebAssembly and needs no Python.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { z } from 'zod';

const common = { 'target-version': 'py311', 'line-length': 120 } as const;

/** What runs inside a program: pycodestyle, Pyflakes, isort, bugbear, pyupgrade, simplify. */
const ours = {
  ...common,
  lint: {
    select: ['E', 'W', 'F', 'I', 'B', 'UP', 'SIM'],
    // contextlib would be one more import at the start of every program
    ignore: ['SIM105'],
    pycodestyle: { 'max-line-length': 127 },
  },
} as const;

/** A program of the course may keep a result in a variable to show that nobody asks for it. */
const programs = { ...common, lint: { select: ['F'], ignore: ['F841'] } } as const;

const places = [
  { files: 'src/runtime/inside/python/**/*.py', settings: ours, formatted: true },
  { files: 'snippets/**/*.py', settings: programs, formatted: false },
] as const;

const diagnosticsSchema = z.array(
  z.object({
    code: z.string().nullable(),
    message: z.string(),
    start_location: z.object({ row: z.number(), column: z.number() }),
  }),
);

/** One line for each fault: "file:row:column code message". */
export function ruffFaults(root: string): string[] {
  return places.flatMap(({ files, settings, formatted }) => {
    const workspace = new Workspace(settings, PositionEncoding.Utf16);
    return globSync(files, { cwd: root })
      .sort()
      .flatMap((file) => {
        const source = readFileSync(join(root, file), 'utf8');
        const faults = diagnosticsSchema.parse(workspace.check(source)).map(({ code, message, start_location: at }) => {
          return `${file}:${at.row}:${at.column} ${code ?? 'syntax'} ${message}`;
        });
        if (formatted && workspace.format(source) !== source)
          faults.push(`${file} is not as "ruff format --line-length ${common['line-length']}" writes it`);
        return faults;
      });
  });
}
