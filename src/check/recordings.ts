// Check: each twin has a recording, made from the very program and contract that stand beside it, and it holds.
import { findFiles, shown } from '../course/files.ts';
import { pairsOf } from '../course/pairs.ts';
import type { Course } from '../course/course.ts';
import type { Snippet } from '../course/snippets.ts';
import { CourseError } from '../error.ts';
import { languages } from '../languages.ts';
import type { Language } from '../languages.ts';
import type { Contract } from '../order/index.ts';
import type { Recording } from '../trace/recording.ts';
import { attempt } from './check.ts';
import type { Check } from './check.ts';
import { readEvidence } from './evidence.ts';
import { contractOf, verifyRun } from './verdict.ts';

export const recordings: Check = {
  name: 'recordings',
  title: 'every recording is there, is fresh and holds',
  run: ({ course, snippets, whole }) => [
    ...snippets.flatMap((snippet) => languages.flatMap((language) => faults(snippet, language))),
    ...(whole ? orphans(course) : []),
  ],
};

function faults(snippet: Snippet, language: Language): CourseError[] {
  const where = { file: snippet.recordings[language].path };
  const fix = `npm run course -- record ${snippet.id}`;
  const contract = attempt(() => contractOf(snippet, language));
  if ('error' in contract) return []; // the check of the contracts says so
  const evidence = readEvidence(snippet, language);
  switch (evidence.state) {
    case 'missing':
      return [new CourseError({ what: 'this recording is not there', where, fix })];
    case 'stale':
      return [new CourseError({ what: `this recording is out of date: ${evidence.reason}`, where, fix })];
    case 'fresh':
      return broken(contract.value, evidence.recording).map((what) => new CourseError({ what, where, fix }));
  }
}

function broken(contract: Contract, recording: Recording): string[] {
  return verifyRun(contract, recording).map(({ message }) => `the recorded output breaks the contract: ${message}`);
}

function orphans(course: Course): CourseError[] {
  const snippets = [...course.snippets.values()];
  const known = new Set([
    ...snippets.flatMap(({ recordings: own }) => languages.map((language) => own[language].path)),
    ...pairsOf(snippets).map(({ failures }) => failures.path),
  ]);
  const broken = course.problems.map(({ where }) => where?.file ?? '');
  return [...findFiles(course.root, 'snippets', '*/recorded/*.json').values()]
    .map((file) => shown(course.root, file))
    .filter((path) => !path.endsWith('.trace.json')) // the check of the traces knows those
    .filter((path) => !known.has(path) && !broken.some((file) => file.startsWith(beside(path))))
    .map((file) => {
      const what = 'this recording belongs to no snippet';
      return new CourseError({ what, where: { file }, fix: `delete it: git rm ${file}` });
    });
}

/** `snippets/chapter/recorded/name.ts.json` → `snippets/chapter/name.`, and so `name.broken.json` → `name.broken.` */
function beside(path: string): string {
  return path.replace('/recorded/', '/').replace(/((ts|py)\.)?json$/, '');
}
