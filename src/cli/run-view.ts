// How `course run` shows itself: a heading for each engine, the lines as they come, then the contract beside the output.
import { languageNames } from '../languages.ts';
import type { Line } from '../trace/recording.ts';
import type { Choice } from '../runtime/engines.ts';
import { beside } from './beside.ts';
import { inWords } from './engines.ts';
import type { Judged } from './judge.ts';
import type { Job, Target } from './target.ts';
import { styled } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export function heading(terminal: Terminal, { language, path }: Job, { engine, standIn }: Choice): void {
  const name = styled(terminal, 'bold', languageNames[language]);
  terminal.write(`${name}  ${path} on ${inWords(engine)}\n`);
  if (standIn !== undefined) terminal.write(`${styled(terminal, 'yellow', 'not the real engine:')} ${standIn}\n`);
  terminal.write('\n');
}

/** A line as soon as it is printed; what comes on stderr is marked. */
export function printLine(terminal: Terminal, { stream, text }: Line): void {
  terminal.write(stream === 'stdout' ? `  ${text}\n` : `${styled(terminal, 'yellow', '! ')}${text}\n`);
}

/** What the run was worth: the contract beside the output and a word, or how a program without a contract ended. */
export function verdict(terminal: Terminal, { contract, result, faults, job }: Judged): void {
  terminal.write('\n');
  if (contract) for (const line of beside(contract, result.lines, terminal)) terminal.write(`${line}\n`);
  for (const { message } of faults) terminal.warn(`${styled(terminal, 'red', message)}\n`);
  const after = `after ${Math.round(result.elapsed)} ms`;
  if (faults.length > 0) hint(terminal, result.stopped !== undefined);
  else if (contract) terminal.write(`${styled(terminal, 'green', 'holds')}: ${job.contract?.path ?? ''}, ${after}\n`);
  else terminal.write(`ended with exit code 0 ${after}\n`);
  terminal.write('\n');
}

function hint(terminal: Terminal, stopped: boolean): void {
  if (stopped) terminal.warn('  fix: look for a wait or a loop that nothing ends, or give it longer: --time 60\n');
}

export function close(terminal: Terminal, { title, snippet }: Target, runs: readonly Judged[]): void {
  const broken = runs.find(({ fine }) => !fine);
  const name = snippet ? title : (runs[0]?.job.path ?? title);
  const words = broken ? `run ${name}${snippet ? ` --${broken.job.language}` : ''} --watch` : 'list';
  terminal.write(`next: npm run course -- ${words}\n`);
}
