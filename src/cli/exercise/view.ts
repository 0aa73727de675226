// What a program is worth, for people and as data: what it printed beside what is expected, the smallest difference that makes the
// order another one, and the mistake where it is a known one. Nothing of a solution is shown.
import type { ExerciseVerdict, Failed } from '../../check/exercises/verdict.ts';
import type { ContractFile } from '../../course/snippets.ts';
import { languageNames } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { replayCommand } from '../../runtime/outcome.ts';
import { quoted } from '../../quoted.ts';
import { padded, styled, width, wrapped } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';
import { proseLines } from './call.ts';

interface Checked {
  readonly id: string;
  readonly path: string;
  readonly language: Language;
  readonly contract: ContractFile;
}

export function verdictLines(verdict: ExerciseVerdict, checked: Checked, terminal: Terminal): string[] {
  const head = `${styled(terminal, 'bold', languageNames[checked.language])}  ${checked.path}`;
  switch (verdict.kind) {
    case 'passes':
      return [head, '', styled(terminal, 'green', 'holds'), ...triedLines(verdict)];
    case 'unknown':
      return [head, '', ...verdict.error.message.split('\n')];
    case 'fails':
      return [head, '', ...failedLines(verdict, checked, terminal)];
  }
}

/** What stands behind "holds". */
function triedLines({ isReal, tried, untried }: Extract<ExerciseVerdict, { kind: 'passes' }>): string[] {
  const orders = tried.length === 0 ? [] : [`in every order that was tried: ${tried.join('; ')}`];
  return [
    ...(isReal ? ['in a real run'] : []),
    ...orders,
    ...untried.map((why) => `its orders could not be tried: ${why}`),
  ].map((line) => `  ${line}`);
}

function failedLines(failed: Failed, checked: Checked, terminal: Terminal): string[] {
  const { printed, message, mistake } = failed;
  return [
    ...differenceLines(failed, checked, terminal),
    ...(printed ? [...outputLines(failed, checked, terminal), ''] : []),
    ...message.split('\n').map((line) => styled(terminal, 'red', line)),
    ...(mistake ? ['', ...proseLines(mistake.says, terminal)] : []),
  ];
}

/** Under which order it fails, with what shows this order again. */
function differenceLines({ stage, difference }: Failed, { path, contract }: Checked, terminal: Terminal): string[] {
  if (stage === 'run') return [];
  if (!difference || difference.words === '') return ['It holds in a real run, and not on a virtual clock:', ''];
  const words = `It holds in a real run, and not in every order. The nearest one: ${difference.words}.`;
  const again = replayCommand(`${quoted(path)} --order ${quoted(contract.path)}`, difference);
  return [...wrapped(words, terminal.columns), `see it again: npm run course -- ${again}`, ''];
}

/** What was printed beside what is expected, each from its top; the first line that does not fit is marked. */
function outputLines({ printed, outputLine }: Failed, { contract }: Checked, terminal: Terminal): string[] {
  const { stdout = [], stderr = [] } = printed ?? {};
  const expected = contract.text.trimEnd().split('\n');
  const left = Math.min(Math.max(7, ...stdout.map(width)), Math.floor(terminal.columns / 2) - 6);
  const rows = Array.from({ length: Math.min(mostLines, Math.max(stdout.length, expected.length)) }, (_, index) => {
    const mark = index + 1 === outputLine ? styled(terminal, 'red', '>') : ' ';
    const number = index < stdout.length ? String(index + 1).padStart(3) : '   ';
    return `${mark}${number} ${padded(stdout[index] ?? '', left)}   ${expected[index] ?? ''}`.trimEnd();
  });
  const more = stdout.length > mostLines ? [`… ${stdout.length - mostLines} lines more`] : [];
  const head = styled(terminal, 'dim', `     ${padded('printed', left)}   expected`);
  return [head, ...rows, ...more, ...stderr.slice(-mostErrors).map((text) => `! ${text}`)];
}

/** Lines of stderr that are shown, from its end. */
const mostErrors = 12;

/** Lines that are shown of an output. */
const mostLines = 60;

export function verdictData(verdict: ExerciseVerdict): object {
  switch (verdict.kind) {
    case 'passes':
      return { verdict: 'passes', tried: verdict.tried, untried: verdict.untried };
    case 'unknown':
      return { verdict: 'unknown', error: verdict.error };
    case 'fails': {
      const { stage, message, printed, difference, mistake } = verdict;
      const known = mistake && { name: mistake.name, says: mistake.says };
      return { verdict: 'fails', stage, message, mistake: known, difference, printed };
    }
  }
}
