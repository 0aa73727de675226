// Tokens in a browser: the same as a terminal prints, held against the text of the program by its digest.
import { CourseError } from '../../error.ts';
import { deviationsFor, parseToken } from '../../explore/token.ts';
import { tracedModelOf } from '../traced/model.ts';
import type { Under } from '../traced/model.ts';

const engine = 'traced';

/**
 * Rejects with a CourseError: `misuse` for a text that is no token, and for the token of another program or engine; `missing`
 * where the browser has no SHA-256 (Web Cryptography: only on a page that came over https, or from this machine).
 */
export async function holdToken(token: string, text: string): Promise<void> {
  const parsed = parseToken(token);
  deviationsFor(parsed, { engine, model: parsed.model, digest: await digest(text) });
}

/** What a token that was held asks for. Throws a CourseError (`misuse`) for a model that the engine does not have. */
export function underOf(token: string): Under {
  const { model, deviations } = parseToken(token);
  return { model: tracedModelOf(model), schedule: { deviations } };
}

/** As `digest` of the course gives it. */
async function digest(text: string): Promise<string> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) {
    throw new CourseError({
      what: 'the browser cannot tell whether the schedule is one of this program',
      fix: 'open the page over https, or from this machine',
      kind: 'missing',
    });
  }
  return new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text))).toHex();
}
