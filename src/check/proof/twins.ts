// Are the differences that a contract declares between its twins real? A difference is one if what the twins printed
// would break a contract that does not declare it.
import type { ContractFile, Snippet } from '../../course/snippets.ts';
import { attempt, CourseError } from '../../error.ts';
import { languageNames, languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { checkRun, parseContract } from '../../order/index.ts';
import type { Run, TwinLine } from '../../order/index.ts';
import { readStoredRecording } from '../../recorded/recordings.ts';
import type { CauseProof } from './verdict.ts';
import { unitsPerMsOf } from '../../runtime/engines.ts';
import { assumed } from '../../runtime/schedules/margin.ts';
import { contractOf, textOf } from '../../recorded/verdict.ts';

/** What each twin printed, in every run that is known. */
export type Prints = Readonly<Record<Language, readonly Run[]>>;

/** The runs under schedules that the contract speaks of; where there is none, the recording, if it is fresh. */
export function printsOf(snippet: Snippet, language: Language, causes: readonly CauseProof[]): Run[] {
  if (causes.length > 0) {
    const contract = contractOf(snippet, language);
    const unitsPerMs = unitsPerMsOf(snippet.programs[language]);
    return causes
      .flatMap(({ cause, outcomes }) => assumed(contract, cause, outcomes, unitsPerMs))
      .map(({ stdout, stderr, exit }) => ({ stdout, stderr, exit }));
  }
  const stored = readStoredRecording(snippet, language);
  if (stored.state !== 'fresh') return [];
  const { lines, exit } = stored.recording;
  return [{ stdout: textOf(lines, 'stdout'), stderr: textOf(lines, 'stderr'), exit }];
}

/** The declared differences that are not real. Nothing where one of the twins is known by no run. */
export function unrealDifferences(snippet: Snippet, prints: Prints): CourseError[] {
  if (languages.some((language) => prints[language].length === 0)) return [];
  const { ts, py } = snippet.contracts;
  return ts.file === py.file ? unrealLines(ts, prints) : unrealContract(snippet, prints);
}

function unrealContract({ id, contracts: { ts, py } }: Snippet, prints: Prints): CourseError[] {
  if (!meets(ts.text, 'py', prints) || !meets(py.text, 'ts', prints)) return [];
  return [
    new CourseError({
      what: 'this contract of Python alone declares a difference that is not real: each twin meets the contract of the other',
      where: { file: py.path, line: 1 },
      fix: `delete ${py.path}, then: npm run course -- record ${id}`,
    }),
  ];
}

function unrealLines(file: ContractFile, prints: Prints): CourseError[] {
  const read = attempt(() => parseContract(file.text, { file: file.path, language: 'ts' }));
  if ('error' in read) return [];
  const { twinLines } = read.value;
  return twinLines.flatMap((line) => unreal(file, line, twinLines, prints));
}

function unreal(file: ContractFile, line: TwinLine, all: readonly TwinLine[], prints: Prints): CourseError[] {
  const { text } = line.pattern;
  const declared = `"~ ${line.language}: ${text}" declares a difference that is not real`;
  const where = { file: file.path, line: line.line };
  const both = (changes: Changes) => languages.every((one) => meets(changed(file.text, changes), one, prints));
  if (both({ [line.line]: undefined })) {
    const what = `${declared}: ${languageNames[line.language]} meets the contract without this line`;
    return [new CourseError({ what, where, fix: 'delete the line' })];
  }
  const others = all.filter((other) => other.language !== line.language && other.pattern.text === text);
  const plain = { [line.line]: plainLine(text) };
  const fix = `write it as a line of both: ${plainLine(text)}`;
  if (both(plain)) {
    return [new CourseError({ what: `${declared}: both twins print this line here`, where, fix })];
  }
  // of two such lines the first one tells of both
  const pair = others.find((other) => other.line > line.line && both({ ...plain, [other.line]: undefined }));
  if (!pair) return [];
  const what = `${declared}: line ${pair.line} declares the same line for the other twin, and both twins print it here`;
  return [new CourseError({ what, where, fix: `${fix}\nand delete line ${pair.line}` })];
}

function plainLine(text: string): string {
  return text.startsWith('~') ? `~${text}` : text;
}

/** What to put in the place of a line, counted from 1; undefined deletes it. */
type Changes = Readonly<Record<number, string | undefined>>;

/** The text with its other lines, and all line numbers, as they were. */
function changed(text: string, changes: Changes): string {
  return text
    .split('\n')
    .map((row, index) => {
      if (!(index + 1 in changes)) return row;
      const indent = row.slice(0, row.length - row.trimStart().length);
      return `${indent}${changes[index + 1] ?? ''}`;
    })
    .join('\n');
}

function meets(text: string, language: Language, prints: Prints): boolean {
  const read = attempt(() => parseContract(text, { file: '', language }));
  return 'value' in read && prints[language].every((run) => checkRun(read.value, run).length === 0);
}
