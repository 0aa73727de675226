// The output of a run beside the lines of the contract that took it, with a bar at what is free, and the reasons below.
import { textOf } from '../../recorded/verdict.ts';
import { alignRun, causeMeanings } from '../../order/index.ts';
import type { AlignedLine, Contract, FreeFact, Freedom, FreedomPosition } from '../../order/index.ts';
import type { Line } from '../../trace/recording.ts';
import { padded, styled, width, wrapped } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';

/** Lines of text: one for each line on stdout, in the order of the run, then one for each freedom. */
export function beside(contract: Contract, lines: readonly Line[], terminal: Terminal): string[] {
  const aligned = alignRun(contract, textOf(lines, 'stdout'));
  const left = Math.min(Math.max(7, ...aligned.map(({ text }) => width(text))), Math.floor(terminal.columns / 2) - 8);
  const head = `     ${padded('printed', left)}   contract`;
  const rows = aligned.map((line) => row(line, left, contract, terminal));
  return [styled(terminal, 'dim', head), ...rows, ...reasons(contract, aligned, terminal)];
}

function row(line: AlignedLine, left: number, { rows }: Contract, terminal: Terminal): string {
  const number = String(line.outputLine).padStart(3);
  const bar = line.freedoms.length > 0 ? styled(terminal, 'cyan', '┊') : ' ';
  const taken = rows.find(({ line: at }) => at === line.contractLine);
  const right = taken
    ? `${String(taken.line).padStart(3)} ${taken.text}`
    : styled(terminal, 'red', '    – no line of the contract from here on');
  return `${number} ${bar}${padded(line.text, left)} ${right}`;
}

/** What is free, by what and why; each block once for each time that it was printed. */
function reasons(contract: Contract, aligned: readonly AlignedLine[], terminal: Terminal): string[] {
  const blocks = new Map<string, { position: FreedomPosition; lines: number[] }>();
  for (const { outputLine, freedoms } of aligned) {
    for (const position of freedoms) {
      const key = `${position.line} ${position.round}`;
      const block = blocks.get(key) ?? { position, lines: [] };
      block.lines.push(outputLine);
      blocks.set(key, block);
    }
  }
  const facts = contract.facts.filter((fact) => fact.kind === 'free');
  const sentences = [
    ...[...blocks.values()].map(({ position, lines }) => `${spoken(lines)} ${may[position.kind]}: ${why(position)}`),
    ...facts.map((fact) => `${pair(fact)} ${may.free}: ${why(fact.freedom)}`),
  ];
  return sentences.flatMap((sentence) =>
    wrapped(sentence, terminal.columns - 6).map((line, index) => {
      const sign = index === 0 ? styled(terminal, 'cyan', '┊') : ' ';
      return `    ${sign} ${line}`;
    }),
  );
}

const may: Record<Freedom['kind'], string> = {
  'any order': 'may come in any order',
  lanes: 'may interleave, each lane in its own order',
  either: 'may be another of the alternatives',
  free: 'may swap',
};

function why({ cause, reason }: Freedom): string {
  return `${reason} (${cause}: ${causeMeanings[cause]})`;
}

function pair({ one, other }: FreeFact): string {
  return `"${one.text}" and "${other.text}"`;
}

/** `line 4`, `lines 2 to 5`, `lines 2, 4, 7` */
function spoken(lines: readonly number[]): string {
  const [first, last] = [lines[0] ?? 0, lines.at(-1) ?? 0];
  if (lines.length === 1) return `line ${first}`;
  return last - first + 1 === lines.length && lines.length > 2
    ? `lines ${first} to ${last}`
    : `lines ${lines.join(', ')}`;
}
