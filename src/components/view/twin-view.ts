// One twin as the page shows it: the program cut to its region, the recording beside its contract.
import { CourseError } from '../../error.ts';
import { cutRegion, regionNames } from '../../course/regions.ts';
import type { Snippet } from '../../course/snippets.ts';
import type { Language } from '../../languages.ts';
import { useOf } from './course-data.ts';
import { printedView } from './printed-view.ts';
import type { PrintedView } from './printed-view.ts';
import { stepsView } from './steps-view.ts';
import type { StepsView } from './steps-view.ts';

export interface TwinView {
  readonly language: Language;
  readonly code: string;
  /** Path of the file, with its lines where a region is shown. */
  readonly title: string;
  readonly printed: PrintedView;
  /** undefined where there is no trace. */
  readonly steps: StepsView | undefined;
  /** The printed lines in alphabetical order, equal lines once. */
  readonly jumbled: readonly { readonly text: string; readonly times: number }[];
}

export function twinView(locals: App.Locals, snippet: Snippet, language: Language, region?: string): TwinView {
  const program = snippet.programs[language];
  const cut = cutRegion(program.text, region);
  if (!cut) {
    const names = regionNames(program.text);
    throw new CourseError({
      what: `${program.path} has no region "${region ?? ''}"`,
      where: useOf(locals, snippet.id, region),
      fix: names.length > 0 ? `it has: ${names.join(', ')}` : 'leave region out: the file has none',
    });
  }
  const printed = printedView(snippet, language);
  const title = region === undefined ? program.path : `${program.path}, lines ${cut.first} to ${cut.last}`;
  return {
    language,
    code: cut.code,
    title,
    printed,
    steps: stepsView(snippet, language, cut.lines),
    jumbled: jumble(printed.lines.map((line) => line.text)),
  };
}

function jumble(lines: readonly string[]): TwinView['jumbled'] {
  const texts = [...new Set(lines)].sort((a, b) => a.localeCompare(b, 'en'));
  return texts.map((text) => ({ text, times: lines.filter((line) => line === text).length }));
}
