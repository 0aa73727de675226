// Why a TypeScript program ended by an error that nobody handled, or with a top level that waits for ever: one sentence, and the mend.
import type { Diagnosis, Unhandled, Waits } from '../../runtime/traced/diagnosis.ts';

export interface Why {
  readonly what: string;
  readonly fix: string;
}

export function why(diagnosis: Diagnosis, path: string): Why {
  return diagnosis.kind === 'unhandled' ? whyUnhandled(diagnosis, path) : whyWaiting(diagnosis, path);
}

function whyUnhandled({ message, call, then, line, kept, awaited }: Unhandled, path: string): Why {
  const where = line === 0 ? '' : ` at ${path}:${line}`;
  const made =
    call === undefined
      ? then === undefined
        ? `a promise was rejected${where}`
        : `the error passed through the then${where}, whose promise was rejected`
      : `the promise of ${call || 'an async function'}(), called${where}, was rejected`;
  const error = message === '' ? '' : ` with "${message}"`;
  if (awaited !== undefined && kept !== undefined) {
    return {
      what: `${made}${error}; line ${awaited} awaits ${kept} too late: nobody waited for it yet when the error came`,
      fix: `wait for ${kept} before anything else, or handle its error where it is made: ${kept}.catch(…)`,
    };
  }
  const held = kept === undefined ? 'nothing awaits it' : `nothing awaits ${kept}, which holds it,`;
  return {
    what: `${made}${error}; ${held} and it has no catch`,
    fix:
      call === undefined
        ? `end ${kept ?? 'the chain'} with .catch(…)`
        : `write await before ${call || 'the call'}(), or .catch(…) behind it`,
  };
}

function whyWaiting({ chain, isCircle }: Waits, path: string): Why {
  const [own, ...others] = chain;
  const waits = others.map(({ name, line }) => `${name}, which waits at line ${line}`);
  const end = isCircle ? 'one that waits for it: a circle' : 'a promise that nothing settles any more';
  const what = `${own?.name ?? 'the program'} waits at ${path}:${own?.line ?? 0} for ${[...waits, end].join(' for ')}`;
  const fix = isCircle
    ? 'let one of them not wait'
    : 'see to it that its resolve or reject is called, or that a timer or an event comes';
  return { what, fix };
}
