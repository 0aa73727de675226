// The reader's own folder: `my/<chapter>/<name>.ts` or `.py` for each exercise that was started, and `my/progress.json`, which knows
// what has been solved. Git leaves the folder alone, and no command writes over a program in it.
import { constants, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Exercise } from '../../course/exercises.ts';
import { readText, shown } from '../../course/files.ts';
import { readProgram } from '../../course/snippets.ts';
import type { Program } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { readJson } from '../../json.ts';
import { createFile, replaceFile } from '../../runtime/process/replace-file.ts';
import { withOwnNeeds } from '../shell/own-needs.ts';

const folder = 'my';

/** Raised whenever an older program would misread the file. */
const version = 1;

const languageSchema = z.enum(languages);
const progressSchema = z.object({
  version: z.literal(version),
  /** The language of the exercise that was started last. */
  language: languageSchema.optional(),
  /** Id of an exercise → the languages in which it is solved. */
  done: z.record(z.string(), z.array(languageSchema)),
});
type Progress = z.infer<typeof progressSchema>;

export class Workbook {
  readonly #root: string;
  #progress: Progress;

  /** Throws a CourseError for a progress file that cannot be read. */
  constructor(root: string) {
    this.#root = root;
    this.#progress = readProgress(join(root, folder, 'progress.json'));
  }

  /** The language that was chosen last. */
  get language(): Language | undefined {
    return this.#progress.language;
  }

  /** The id of the exercise that was first solved last. */
  get lastSolved(): string | undefined {
    return Object.keys(this.#progress.done).at(-1);
  }

  fileOf({ chapter, name }: Exercise, language: Language): string {
    return join(this.#root, folder, chapter, `${name}.${language}`);
  }

  /** As people name it. */
  pathOf(exercise: Exercise, language: Language): string {
    return shown(this.#root, this.fileOf(exercise, language));
  }

  /** The languages in which the reader has begun. */
  startedIn(exercise: Exercise): Language[] {
    return languages.filter((language) => existsSync(this.fileOf(exercise, language)));
  }

  /** The reader's program. */
  programOf(exercise: Exercise, language: Language): Program {
    return withOwnNeeds(readProgram(this.#root, language, this.fileOf(exercise, language)));
  }

  textOf(exercise: Exercise, language: Language): string {
    return readText(this.fileOf(exercise, language));
  }

  /** Copies the starter. Throws `misuse` where a program is there already. */
  start(exercise: Exercise, language: Language): void {
    const file = this.fileOf(exercise, language);
    if (existsSync(file)) {
      throw new CourseError({
        what: `${this.pathOf(exercise, language)} is there already`,
        fix: `go on with it: npm run course -- exercise check ${exercise.id}\nor begin again, which keeps a copy: npm run course -- exercise reset ${exercise.id} --${language}`,
        kind: 'misuse',
      });
    }
    createFile(file, exercise.starts[language].text);
    this.#save({ ...this.#progress, language });
  }

  /** Copies the reader's program, puts the starter in its place, and gives the path of the copy. */
  reset(exercise: Exercise, language: Language): string {
    const file = this.fileOf(exercise, language);
    let count = 1;
    const aside = () => file.replace(/(\.\w+)$/, `.kept-${count}$1`);
    while (existsSync(aside())) count += 1;
    copyFileSync(file, aside(), constants.COPYFILE_EXCL);
    replaceFile(file, exercise.starts[language].text);
    return shown(this.#root, aside());
  }

  isDone({ id }: Exercise, language: Language): boolean {
    return this.#progress.done[id]?.includes(language) ?? false;
  }

  markDone(exercise: Exercise, language: Language): void {
    if (this.isDone(exercise, language)) return;
    const { done } = this.#progress;
    this.#save({ ...this.#progress, done: { ...done, [exercise.id]: [...(done[exercise.id] ?? []), language] } });
  }

  #save(progress: Progress): void {
    replaceFile(join(this.#root, folder, 'progress.json'), `${JSON.stringify(progress, undefined, 2)}\n`);
    this.#progress = progress;
  }
}

function readProgress(file: string): Progress {
  if (!existsSync(file)) return { version, done: {} };
  const text = readFileSync(file, 'utf8');
  const read = readJson(progressSchema, text);
  if (read) return read;
  const newer = (readJson(z.object({ version: z.number() }), text)?.version ?? 0) > version;
  throw new CourseError({
    what: newer ? 'a newer version of the course has written this file' : 'this is no record of solved exercises',
    where: { file: `${folder}/progress.json` },
    fix: newer
      ? 'bring the course up to date: git pull'
      : 'delete it; your programs stay, and each check adds to a new one',
    kind: 'misuse',
  });
}
