// Check: each twin has a recording, made from the very program and contract that stand beside it, and it holds.
import { pairsOf } from '../../course/pairs.ts';
import type { Course } from '../../course/course.ts';
import type { Snippet } from '../../course/snippets.ts';
import { attempt, CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import type { Contract } from '../../order/index.ts';
import type { Recording } from '../../trace/recording.ts';
import type { Check } from '../check.ts';
import { readStoredRecording } from '../../recorded/recordings.ts';
import { orphans } from './orphans.ts';
import { contractOf, verifyRun } from '../../recorded/verdict.ts';

export const recordings: Check = {
  name: 'recordings',
  title: 'every recording is there, is fresh and holds',
  run: ({ course, snippets, whole }) => [
    ...snippets.flatMap((snippet) => languages.flatMap((language) => faults(snippet, language))),
    ...(whole ? withoutSnippet(course) : []),
  ],
};

function faults(snippet: Snippet, language: Language): CourseError[] {
  const where = { file: snippet.recordings[language].path };
  const fix = `npm run course -- record ${snippet.id}`;
  const contract = attempt(() => contractOf(snippet, language));
  if ('error' in contract) return []; // the check of the contracts says so
  const stored = readStoredRecording(snippet, language);
  switch (stored.state) {
    case 'missing':
      return [new CourseError({ what: 'this recording is not there', where, fix })];
    case 'stale':
      return [new CourseError({ what: `this recording is out of date: ${stored.reason}`, where, fix })];
    case 'fresh':
      return broken(contract.value, stored.recording).map((what) => new CourseError({ what, where, fix }));
  }
}

function broken(contract: Contract, recording: Recording): string[] {
  return verifyRun(contract, recording).map(({ message }) => `the recorded output breaks the contract: ${message}`);
}

function withoutSnippet(course: Course): CourseError[] {
  const snippets = [...course.snippets.values()];
  const known = new Set([
    ...snippets.flatMap(({ recordings: own }) => languages.map((language) => own[language].path)),
    ...pairsOf(snippets).map(({ failures }) => failures.path),
  ]);
  return orphans(course, '*.json', known)
    .filter((path) => !path.endsWith('.trace.json')) // the check of the traces knows those
    .map((file) => {
      const what = 'this recording belongs to no snippet';
      return new CourseError({ what, where: { file }, fix: `delete it: git rm ${file}` });
    });
}
