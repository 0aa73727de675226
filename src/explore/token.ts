// Tokens: the short name of a schedule, for a terminal and for a link. `cpython-virtual.cpu.3f9a2c1b.e-2.u` is engine, model, the
// program's digest, then the deviations: option 2 at decision 14, option 1 at decision 30, numbers in base 36. Without
// deviations it names the usual run. A token has letters, digits, `-` and `.` alone, which neither a shell nor a URL escapes.
import { CourseError } from '../error.ts';
import type { Deviation } from './decision.ts';

/** What a schedule is a schedule of: positions mean something only there. */
export interface TokenHeader {
  /** As the table of engines names it. */
  readonly engine: string;
  /** What may be chosen: the causes (`cpu`, `cpu-latency`), or a model of threads (`gil`, `any`). */
  readonly model: string;
  /** Of the program's text, in hex; eight digits of it stand in the token. */
  readonly digest: string;
}

export interface Token extends TokenHeader {
  readonly deviations: readonly Deviation[];
}

const digestLength = 8;
const example = 'cpython-virtual.cpu.3f9a2c1b.e-2.u';

/** `14-2` in base 36; the option is left out where it is 1, as most are. */
export function formatDeviation({ at, take }: Deviation): string {
  return take === 1 ? at.toString(36) : `${at.toString(36)}-${take.toString(36)}`;
}

/** What comes after the header; empty for the usual run. */
export function formatDeviations(deviations: readonly Deviation[]): string {
  return deviations.map(formatDeviation).join('.');
}

export function formatToken({ engine, model, digest, deviations }: Token): string {
  return [engine, model, digest.slice(0, digestLength), ...deviations.map(formatDeviation)].join('.');
}

/** Throws a CourseError (`misuse`) for a text that is no token. */
export function parseToken(text: string): Token {
  const [engine = '', model = '', digest = '', ...rest] = text.trim().split('.');
  if (!isName(engine) || !isName(model)) throw noToken(text, 'it begins with an engine and a model');
  if (!/^[\da-f]{8}$/.test(digest)) throw noToken(text, `"${digest}" is no digest of 8 hex digits`);
  const deviations = rest.map((part) => parseDeviation(part, text));
  const late = deviations.find(({ at }, index) => index > 0 && at <= (deviations[index - 1]?.at ?? -1));
  if (late) throw noToken(text, `"${formatDeviation(late)}" comes too late: the decisions stand in ascending order`);
  return { engine, model, digest, deviations };
}

/**
 * The deviations of a token for a run of this program by this engine under this model. Throws a CourseError (`misuse`) where
 * the token is of another one.
 */
export function deviationsFor(token: Token, header: TokenHeader): readonly Deviation[] {
  const fix =
    'run it with the program, the engine and the model that it was printed for, or explore again for new tokens';
  for (const part of ['engine', 'model'] as const) {
    if (token[part] === header[part]) continue;
    const what = `this token is of another ${part}: "${token[part]}", and this run has "${header[part]}"`;
    throw new CourseError({ what, fix, kind: 'misuse' });
  }
  if (token.digest !== header.digest.slice(0, digestLength)) {
    const what = 'this token is of another program, or of this one before it was changed';
    throw new CourseError({ what, fix, kind: 'misuse' });
  }
  return token.deviations;
}

function isName(text: string): boolean {
  return /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(text);
}

function parseDeviation(part: string, token: string): Deviation {
  const found = /^(?<at>0|[1-9a-z][\da-z]{0,9})(?:-(?<take>[1-9a-z][\da-z]{0,9}))?$/.exec(part)?.groups;
  if (!found?.['at']) throw noToken(token, `"${part}" is no decision`);
  return { at: Number.parseInt(found['at'], 36), take: Number.parseInt(found['take'] ?? '1', 36) };
}

function noToken(text: string, why: string): CourseError {
  return new CourseError({
    what: `"${text}" is no token of a schedule: ${why}`,
    fix: `copy it as it was printed; it looks like ${example}`,
    kind: 'misuse',
  });
}
