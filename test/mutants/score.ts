// What a run of Stryker says about each file: how many of its mutants a test killed, and which survived.

/** The part of Stryker's result that is read here. Lines and columns count from 1. */
export interface Result {
  readonly file: string;
  readonly status: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mutant that no test noticed, with its line as it is and as it would be. */
interface Survivor {
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

interface FileScore {
  readonly file: string;
  readonly killed: number;
  readonly tried: number;
  readonly percent: string;
  readonly survivors: readonly Survivor[];
}

/** A mutant that never comes to its end is noticed as well. */
const noticed = ['Killed', 'Timeout'];
const unnoticed = ['Survived', 'NoCoverage'];

/** One score for each file; a mutant that does not compile or that is left out counts neither way. */
export function score(results: readonly Result[], read: (file: string) => string): readonly FileScore[] {
  return [...Map.groupBy(results, ({ file }) => file)].map(([file, mutants]) => {
    const killed = mutants.filter(({ status }) => noticed.includes(status)).length;
    const survived = mutants.filter(({ status }) => unnoticed.includes(status));
    const tried = killed + survived.length;
    const percent = (tried === 0 ? 100 : (killed / tried) * 100).toFixed(1);
    const text = read(file);
    return { file, killed, tried, percent, survivors: survived.map((mutant) => survivorOf(mutant, text)) };
  });
}

function survivorOf({ replacement, location: { start, end } }: Result, text: string): Survivor {
  const lines = text.split('\n');
  const before = lines.slice(start.line - 1, end.line).join('\n');
  const tail = (lines[end.line - 1] ?? '').length - (end.column - 1);
  const after = before.slice(0, start.column - 1) + replacement + before.slice(before.length - tail);
  return { line: start.line, column: start.column, before: shortened(before), after: shortened(after) };
}

/** A mutant that empties a block has many lines before it; one is enough to find it. */
function shortened(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}
