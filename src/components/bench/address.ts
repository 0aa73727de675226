// The address of a view of a program: `#chapter/name.py.2/steps/12` is the twelfth step of the third stored run of the Python program;
// `#chapter/name/predict` is a view of the language that the reader has chosen.
import type { Language } from '../../languages.ts';
import { modes } from './modes.ts';
import type { Mode } from './modes.ts';

/** How finely a reader walks through a run: by short steps, by every event, by every line of the program. */
export const walks = ['short', 'events', 'lines'] as const;
export type Walk = (typeof walks)[number];

export interface BenchAddress {
  /** "chapter/name"; that of the broken half of a pair ends in ".broken". */
  readonly id: string;
  readonly language?: Language | undefined;
  /** Which stored run, from 0. */
  readonly run?: number | undefined;
  readonly mode: Mode;
  /** Which step of the run, from 0, and how it is walked. */
  readonly step?: number | undefined;
  readonly walk?: Walk | undefined;
}

/** A walk that is not the short one has a word of its own where "steps" stands. */
const segments: Record<Walk, string> = { short: 'steps', events: 'events', lines: 'lines' };

/** With the number sign. */
export function toHash({ id, language, run, mode, step, walk = 'short' }: BenchAddress): string {
  const twin = language === undefined ? id : [id, language, run].filter((part) => part !== undefined).join('.');
  const at = step === undefined ? '' : `/${step}`;
  return `#${twin}/${mode === 'steps' ? segments[walk] : mode}${at}`;
}

const views = [...modes, 'events', 'lines'].join('|');
const form = new RegExp(`^#([a-z0-9-]+/[a-z0-9-]+(?:\\.broken)?)(?:\\.(ts|py)(?:\\.(\\d+))?)?/(${views})(?:/(\\d+))?$`);

/** undefined for every other fragment. */
export function fromHash(hash: string): BenchAddress | undefined {
  const [, id, language, run, view, step] = form.exec(hash) ?? [];
  if (id === undefined) return undefined;
  const walk = walks.find((one) => segments[one] === view);
  return {
    id,
    language: language === 'ts' || language === 'py' ? language : undefined,
    run: run === undefined ? undefined : Number(run),
    mode: walk === undefined ? (modes.find((mode) => mode === view) ?? 'output') : 'steps',
    step: step === undefined ? undefined : Number(step),
    walk,
  };
}
