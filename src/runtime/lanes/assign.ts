// Says of each printed line which lane printed it, from the records that an observer inside the program wrote.
// Lines and records are matched by text, in order: a line without a record stays without a lane, and nothing else changes.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { laneKinds } from '../../trace/recording.ts';
import type { Lane, Line } from '../../trace/recording.ts';
import type { RunResult } from '../engine.ts';
import { mainLane } from './main-lane.ts';

/** Of the program's own clock, where that is a virtual one. */
const ms = z.number().nonnegative();
const inLane = {
  /** The process or worker: a program may consist of several. */
  p: z.string(),
  /** The lane within that process; 0 is its main program. */
  t: z.number().int().nonnegative(),
};
const recordSchema = z.discriminatedUnion('e', [
  z.object({
    e: z.literal('create'),
    ...inLane,
    kind: z.enum(laneKinds),
    name: z.string(),
    label: z.string().optional(),
  }),
  z.object({ e: z.literal('print'), ...inLane, text: z.string(), at: ms.optional() }),
  z.object({ e: z.literal('end'), at: ms }),
]);
type LaneRecord = z.infer<typeof recordSchema>;
type InLane = Pick<Extract<LaneRecord, { e: 'print' }>, 'p' | 't'>;

/** What cannot be read as a record is left out: a program that is killed may leave half of one. */
export function readRecords(file: string): LaneRecord[] {
  try {
    return readFileSync(file, 'utf8').split('\n').flatMap(parseRecord);
  } catch {
    return [];
  }
}

function parseRecord(line: string): LaneRecord[] {
  try {
    return [recordSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

type Observed = Pick<RunResult, 'lines' | 'lanes' | 'elapsed'>;

/**
 * The lines with their lanes; of the lanes those that printed, in the order of their first line, after the main one.
 * Times are those of the program's own clock where it has one; a line without a record has that of the line before.
 */
export function assignLanes(
  { lines, elapsed }: Pick<RunResult, 'lines' | 'elapsed'>,
  records: readonly LaneRecord[],
): Observed {
  const table = new LaneTable(records);
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
    return record ? { ...line, at, lane: table.idOf(record) } : { ...line, at };
  });
  return { lines: tagged, lanes: numbered(table.lanes), elapsed: end?.at ?? elapsed };
}

/** The lanes that printed, numbered as they come. */
class LaneTable {
  readonly lanes: Lane[] = [mainLane];
  readonly #ids = new Map<string, number>();
  readonly #created: ReadonlyMap<string, Omit<Lane, 'id'>>;

  constructor(records: readonly LaneRecord[]) {
    const creations = records.filter((record) => record.e === 'create');
    this.#created = new Map(
      creations.map((record) => [keyOf(record), { kind: record.kind, name: nameOf(record.name, record.label) }]),
    );
  }

  /** A lane that nobody created is the main one. */
  idOf(record: InLane): number {
    const key = keyOf(record);
    const lane = this.#created.get(key);
    const id = this.#ids.get(key) ?? (lane ? this.lanes.push({ id: this.lanes.length, ...lane }) - 1 : mainLane.id);
    this.#ids.set(key, id);
    return id;
  }
}

function keyOf({ p, t }: InLane): string {
  return `${p}/${t}`;
}

function nameOf(name: string, label: string | undefined): string {
  return label === undefined ? name : `${name} ${label}`;
}

/** Lanes of the same name are told apart by a number: "job 1", and with a label of their own "job A (1)". */
function numbered(lanes: readonly Lane[]): readonly Lane[] {
  const groups = Map.groupBy(lanes, (lane) => lane.name);
  return lanes.map((lane) => {
    const group = groups.get(lane.name) ?? [];
    if (group.length < 2) return lane;
    const number = group.indexOf(lane) + 1;
    return { ...lane, name: lane.name.includes(' ') ? `${lane.name} (${number})` : `${lane.name} ${number}` };
  });
}
