// Check: every contract can be read, and a contract of Python's own says why it differs.
import type { Snippet } from '../../course/snippets.ts';
import { attempt, CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { parseContract } from '../../order/index.ts';
import type { Check } from '../check.ts';

export const contracts: Check = {
  name: 'contracts',
  title: 'every contract can be read for both languages',
  run: ({ snippets }) => snippets.flatMap(faultsOfContracts),
};

/** What is wrong with the contracts of two twins. */
export function faultsOfContracts(twins: Contracted): CourseError[] {
  return [...unreadable(twins), ...misplacedReason(twins)];
}

type Contracted = Pick<Snippet, 'contracts'>;

function unreadable(snippet: Contracted): CourseError[] {
  const seen = new Set<string>();
  return languages.flatMap((language) => {
    const { text, path } = snippet.contracts[language];
    const read = attempt(() => parseContract(text, { file: path, language }));
    if (!('error' in read) || seen.has(read.error.message)) return [];
    seen.add(read.error.message);
    return [read.error];
  });
}

const opening = /^~ differs because:/;

function misplacedReason({ contracts: { ts, py } }: Contracted): CourseError[] {
  const own = py.file !== ts.file;
  if (opening.test(ts.text)) {
    return [
      new CourseError({
        what: 'a contract that serves both twins does not say "~ differs because:"',
        where: { file: ts.path, line: 1 },
        fix: `move what Python prints into ${ts.path.replace(/order$/, 'py.order')}, which opens with that line, or delete the line`,
      }),
    ];
  }
  if (!own || opening.test(py.text)) return [];
  return [
    new CourseError({
      what: "a contract of Python's own must say why Python differs",
      where: { file: py.path, line: 1 },
      fix: 'begin it with the line\n~ differs because: …',
    }),
  ];
}
