// The results of the whole suite as a file that a person reads: the numbers, then each test that is not equal, by reason.
// A later run is compared with it: a test that was equal may not become another.
import type { Verdict } from './compare.ts';
import { whyOf } from './reasons.ts';

export interface Results {
  /** Of test262. */
  readonly commit: string;
  /** By path. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** The tests that are refused or differ, with the reason, by path. */
export type Exceptions = ReadonlyMap<string, string>;

export function exceptionsOf(verdicts: Results['verdicts']): Exceptions {
  return new Map(
    [...verdicts].flatMap(([path, verdict]): [string, string][] => {
      if (verdict.kind === 'refused') return [[path, `refused: ${verdict.why}`]];
      return verdict.kind === 'differs' ? [[path, `differs: ${verdict.how}`]] : [];
    }),
  );
}

/** Numbers of a run. `share` is that of the equal ones among those that Node passes, in percent. */
export function countsOf(
  verdicts: Results['verdicts'],
): Record<'tried' | 'native' | 'equal' | 'refused' | 'differ', number> & { share: string } {
  const kinds = [...verdicts.values()].map(({ kind }) => kind);
  const count = (kind: Verdict['kind']) => kinds.filter((one) => one === kind).length;
  const native = kinds.length - count('not passed by Node');
  const equal = count('equal');
  const share = native === 0 ? '–' : ((100 * equal) / native).toFixed(2);
  return { tried: kinds.length, native, equal, refused: count('refused'), differ: count('differs'), share };
}

export function formatResults({ commit, verdicts }: Results): string {
  const { tried, native, equal, refused, differ, share } = countsOf(verdicts);
  const byReason = Map.groupBy(exceptionsOf(verdicts), ([, reason]) => reason);
  const sections = [...byReason]
    .sort(([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'en'))
    .map(([reason, tests]) =>
      [`${reason} (${tests.length})`, ...explained(reason), ...tests.map(([path]) => `    ${path}`)].join('\n'),
    );
  const head = [
    `test262 ${commit}`,
    `${tried} tests, of which Node passes ${native}: ${equal} equal (${share} %), ${refused} refused, ${differ} differ`,
  ];
  return `${head.join('\n')}\n\n${sections.join('\n\n')}\n`;
}

/** The line below a reason; a new one has none yet. */
function explained(reason: string): string[] {
  const why = whyOf(reason);
  return why === undefined ? [] : [`  why: ${why}`];
}

/** Throws where the text is no file of results. */
export function parseResults(text: string): { readonly commit: string; readonly exceptions: Exceptions } {
  const commit = /^test262 ([0-9a-f]{40})$/m.exec(text)?.[1];
  if (commit === undefined) throw new Error('the file of results names no commit of test262');
  const exceptions = new Map<string, string>();
  let reason = '';
  for (const line of text.split('\n').slice(3)) {
    if (line.startsWith('    ')) exceptions.set(line.trim(), reason);
    else if (!line.startsWith('  ')) reason = line.replace(/ \(\d+\)$/, '');
  }
  return { commit, exceptions };
}

/** What has become worse: tests that were equal, or refused and now differ. */
export function regressions(before: Exceptions, after: Exceptions): string[] {
  return [...after].flatMap(([path, reason]) => {
    const known = before.get(path);
    if (known === undefined) return [`${path}: was equal; ${reason}`];
    return known.startsWith('refused') && reason.startsWith('differs') ? [`${path}: was ${known}; ${reason}`] : [];
  });
}
