// A freedom must be seen in every twin whose engine can show its cause, and in one at least: `ties` are seen in Python
// alone, and a twin that cannot run on virtual time leaves the proof to the other.
import type { Snippet } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import { freedoms } from '../../order/index.ts';
import type { Freedom } from '../../order/index.ts';
import { shownFor } from '../../runtime/schedules/plan.ts';
import type { TwinProof } from './twin-proof.ts';
import { contractOf } from '../../recorded/verdict.ts';

/** The freedoms of a snippet's contracts that no twin was run for. Those by `threads` are proven by real runs. */
export function unshownFreedoms(snippet: Snippet, proofs: readonly TwinProof[]): CourseError[] {
  if (proofs.some(({ refused }) => refused?.kind === 'missing')) return [];
  const files = new Map(languages.map((language) => [snippet.contracts[language].path, language]));
  return [...files].flatMap(([path, reader]) => {
    const served = proofs.filter(({ program }) => snippet.contracts[program.language].path === path);
    return freedoms(contractOf(snippet, reader))
      .filter(
        ({ cause }) => cause !== 'threads' && !served.some(({ causes }) => causes.some((one) => one.cause === cause)),
      )
      .map((freedom) => unshown(freedom, path, served));
  });
}

function unshown({ cause, line }: Freedom, file: string, served: readonly TwinProof[]): CourseError {
  const able = served.filter(({ program }) => shownFor(program).some((one) => one === cause));
  const reasons = able.flatMap(({ refused }) => (refused ? [refused.message.split('\n')[0]] : []));
  const why =
    able.length === 0
      ? 'it serves TypeScript alone, and only asyncio leaves the order of equal deadlines open'
      : reasons.join('; ');
  return new CourseError({
    what: `no schedule can show this freedom by ${cause}: ${why}`,
    where: { file, line },
    fix: 'claim the order that it has, or name the cause that it has',
  });
}
