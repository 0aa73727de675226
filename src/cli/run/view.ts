// How `course run` shows a run while it goes on: a heading for the engine, the lines as they come.
import { languageNames } from '../../languages.ts';
import type { Line } from '../../trace/recording.ts';
import type { Choice } from '../../runtime/choose-engine.ts';
import { inWords } from '../project/engines.ts';
import type { Job } from '../shell/target.ts';
import { styled } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';

export function heading(terminal: Terminal, { language, path, needs }: Job, { engine, standIn }: Choice): void {
  const name = styled(terminal, 'bold', languageNames[language]);
  terminal.write(`${name}  ${path} on ${inWords(engine, needs)}\n`);
  if (standIn !== undefined) terminal.write(`${styled(terminal, 'yellow', 'not the real engine:')} ${standIn}\n`);
  terminal.write('\n');
}

/** A line as soon as it is printed; what comes on stderr is marked. */
export function printLine(terminal: Terminal, { stream, text }: Line): void {
  terminal.write(stream === 'stdout' ? `  ${text}\n` : `${styled(terminal, 'yellow', '! ')}${text}\n`);
}
