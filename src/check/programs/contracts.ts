// Check: every contract can be read, and a contract of Python's own says why it differs.
import type { Snippet } from '../../course/snippets.ts';
import { attempt, CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { parseContract } from '../../order/index.ts';
import type { Check } from '../check.ts';

export const contracts: Check = {
  name: 'contracts',
  title: 'every contract can be read for both languages',
  run: ({ snippets }) => snippets.flatMap((snippet) => [...unreadable(snippet), ...misplacedReason(snippet)]),
};

function unreadable(snippet: Snippet): CourseError[] {
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

function misplacedReason({ id, contracts: { ts, py } }: Snippet): CourseError[] {
  const own = py.file !== ts.file;
  if (opening.test(ts.text)) {
    return [
      new CourseError({
        what: 'a contract that serves both twins does not say "~ differs because:"',
        where: { file: ts.path, line: 1 },
        fix: `move what Python prints into snippets/${id}.py.order, which opens with that line, or delete the line`,
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
