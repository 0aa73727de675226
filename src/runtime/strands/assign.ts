// Says of each printed line which strand printed it, from the records that an observer inside the program wrote.
// Lines and records are matched by text, in order: a line without a record stays without a strand, and nothing else changes.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readJson } from '../../json.ts';
import { strandKinds } from '../../trace/recording.ts';
import type { Strand, Line } from '../../trace/recording.ts';
import type { RunResult } from '../engine.ts';
import { mainStrand } from './main-strand.ts';

/** Of the program's own clock, where that is a virtual one. */
const ms = z.number().nonnegative();
const inStrand = {
  /** The process or worker: a program may consist of several. */
  p: z.string(),
  /** The strand within that process; 0 is its main program. */
  t: z.number().int().nonnegative(),
};
const recordSchema = z.discriminatedUnion('e', [
  z.object({
    e: z.literal('create'),
    ...inStrand,
    kind: z.enum(strandKinds),
    name: z.string(),
    label: z.string().optional(),
  }),
  z.object({ e: z.literal('print'), ...inStrand, text: z.string(), at: ms.optional() }),
  z.object({ e: z.literal('end'), at: ms }),
]);
type StrandRecord = z.infer<typeof recordSchema>;
type InStrand = Pick<Extract<StrandRecord, { e: 'print' }>, 'p' | 't'>;

/** What cannot be read as a record is left out: a program that is killed may leave half of one. */
export function readRecords(file: string): StrandRecord[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line) => readJson(recordSchema, line) ?? []);
  } catch {
    return [];
  }
}

type Observed = Pick<RunResult, 'lines' | 'strands' | 'elapsed'>;

/**
 * The lines with their strands; of the strands those that printed, in the order of their first line, after the main one.
 * Times are those of the program's own clock where it has one; a line without a record has that of the line before.
 */
export function assignStrands(
  { lines, elapsed }: Pick<RunResult, 'lines' | 'elapsed'>,
  records: readonly StrandRecord[],
): Observed {
  const table = new StrandTable(records);
  const prints = Map.groupBy(
    records.filter((record) => record.e === 'print'),
    (record) => record.text,
  );
  const virtual = records.some((record) => 'at' in record);
  const end = records.find((record) => record.e === 'end');
  let now = 0;
  const tagged = lines.map((line): Line => {
    const record = line.stream === 'stdout' ? prints.get(line.text)?.shift() : undefined;
    now = record?.at ?? now;
    const at = virtual ? now : line.at;
    return record ? { ...line, at, strand: table.idOf(record) } : { ...line, at };
  });
  return { lines: tagged, strands: numbered(table.strands), elapsed: end?.at ?? elapsed };
}

/** The strands that printed, numbered as they come. */
class StrandTable {
  readonly strands: Strand[] = [mainStrand];
  readonly #ids = new Map<string, number>();
  readonly #created: ReadonlyMap<string, Omit<Strand, 'id'>>;

  constructor(records: readonly StrandRecord[]) {
    const creations = records.filter((record) => record.e === 'create');
    this.#created = new Map(
      creations.map((record) => [keyOf(record), { kind: record.kind, name: nameOf(record.name, record.label) }]),
    );
  }

  /** A strand that nobody created is the main one. */
  idOf(record: InStrand): number {
    const key = keyOf(record);
    const strand = this.#created.get(key);
    const id =
      this.#ids.get(key) ?? (strand ? this.strands.push({ id: this.strands.length, ...strand }) - 1 : mainStrand.id);
    this.#ids.set(key, id);
    return id;
  }
}

function keyOf({ p, t }: InStrand): string {
  return `${p}/${t}`;
}

function nameOf(name: string, label: string | undefined): string {
  return label === undefined ? name : `${name} ${label}`;
}

/** Strands of the same name are told apart by a number: "job 1", and with a label of their own "job A (1)". */
function numbered(strands: readonly Strand[]): readonly Strand[] {
  const groups = Map.groupBy(strands, (strand) => strand.name);
  return strands.map((strand) => {
    const group = groups.get(strand.name) ?? [];
    if (group.length < 2) return strand;
    const number = group.indexOf(strand) + 1;
    return { ...strand, name: strand.name.includes(' ') ? `${strand.name} (${number})` : `${strand.name} ${number}` };
  });
}
