// Check: a program is short enough to read beside its output, says what it shows, and imports only what every reader has.
import { findFiles, readText } from '../../course/files.ts';
import { twins } from '../../course/snippets.ts';
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import type { Check } from '../check.ts';
import { importedModules } from './imports.ts';
import { pythonLibrary } from './python-library.ts';

/** A program is 10 to 40 lines as a rule; beyond these limits it is refused. */
const most = { lines: 60, columns: 80 } as const;

export const programs: Check = {
  name: 'programs',
  title: 'programs are short, say what they show, and import only what every reader has',
  run: ({ course, snippets }) => {
    const python = pythonOf(course.root);
    return snippets.flatMap(twins).flatMap((program) => faultsOfProgram(program, python));
  },
};

/** What is wrong with one program; `python` are the modules that every reader has. */
export function faultsOfProgram(program: Program, python: ReadonlySet<string>): CourseError[] {
  return [...size(program), ...comment(program), ...strangers(program, python)];
}

/** Python's own library, and the packages of the course. */
export function pythonOf(root: string): ReadonlySet<string> {
  return new Set([...pythonLibrary, ...requirements(root)]);
}

function size({ path, text }: Program): CourseError[] {
  const lines = text.trimEnd().split('\n');
  const wide = lines.findIndex((line) => line.length > most.columns);
  const faults: CourseError[] = [];
  if (lines.length > most.lines) {
    const what = `${lines.length} lines; a program has ${most.lines} at most`;
    faults.push(
      new CourseError({ what, where: { file: path }, fix: 'show one rule; make a second snippet of the rest' }),
    );
  }
  if (wide >= 0) {
    const what = `${lines[wide]?.length} columns; a line has ${most.columns} at most`;
    faults.push(new CourseError({ what, where: { file: path, line: wide + 1 }, fix: 'break the line' }));
  }
  return faults;
}

function comment({ path, text, language }: Program): CourseError[] {
  const sign = language === 'ts' ? '//' : '#';
  if (text.startsWith(`${sign} `)) return [];
  const what = 'the first line does not say what the program shows';
  return [new CourseError({ what, where: { file: path, line: 1 }, fix: `begin with a comment: ${sign} …` })];
}

function strangers(program: Program, python: ReadonlySet<string>): CourseError[] {
  const allowed = (name: string): boolean =>
    program.language === 'ts' ? /^(node:|\.\.?\/)/.test(name) : python.has(name.split('.')[0] ?? '');
  const fix =
    program.language === 'ts'
      ? 'import from "node:…" or from a file beside it'
      : "import from Python's own library, or add the package to snippets/requirements.txt";
  return importedModules(program)
    .filter(({ name }) => !allowed(name))
    .map(({ name, line }) => {
      const what = `"${name}" is not there for every reader`;
      return new CourseError({ what, where: { file: program.path, line }, fix });
    });
}

/** The packages of snippets/requirements.txt, by the names under which Python imports them. */
function requirements(root: string): string[] {
  return [...findFiles(root, 'snippets', 'requirements.txt').values()].flatMap((file) =>
    readText(file)
      .split('\n')
      .flatMap((line) => /^[A-Za-z][\w-]*/.exec(line)?.[0].replaceAll('-', '_') ?? []),
  );
}
