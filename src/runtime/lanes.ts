// Says of each printed line which lane printed it, from the records that an observer inside the program wrote.
// Lines and records are matched by text, in order: a line without a record stays without a lane, and nothing else changes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { laneKinds } from '../trace/recording.ts';
import type { Lane, Line } from '../trace/recording.ts';
import type { RunRequest, RunResult } from './engine.ts';
import { runProcess } from './process/run.ts';
import type { Command } from './process/run.ts';

/** The variable that names the file to which observers append their records, one JSON object a line. */
export const recordsVariable = 'INTERLEAVE_RECORDS';

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
  z.object({ e: z.literal('print'), ...inLane, text: z.string() }),
]);
type LaneRecord = z.infer<typeof recordSchema>;

const mainLane: Lane = { id: 0, kind: 'main', name: 'main' };

/** Runs `command`; with `request.observe` the command that `observed` makes of it, whose observer writes records. */
export async function runWithLanes(
  command: Command,
  observed: (command: Command) => Command,
  request: RunRequest,
): Promise<RunResult> {
  if (!request.observe) return { ...(await runProcess(command, request)), lanes: [mainLane] };
  const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
  const file = join(folder, 'records');
  try {
    const { env, ...rest } = observed(command);
    const result = await runProcess({ ...rest, env: { ...env, [recordsVariable]: file } }, request);
    return { ...result, ...assignLanes(result.lines, readRecords(file)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What cannot be read as a record is left out: a program that is killed may leave half of one. */
function readRecords(file: string): LaneRecord[] {
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

/** The lines with their lanes; of the lanes those that printed, in the order of their first line, after the main one. */
export function assignLanes(
  lines: readonly Line[],
  records: readonly LaneRecord[],
): { lines: readonly Line[]; lanes: readonly Lane[] } {
  const created = new Map<string, { kind: Lane['kind']; name: string }>();
  const printed = new Map<string, string[]>();
  for (const record of records) {
    const key = `${record.p}/${record.t}`;
    if (record.e === 'create') {
      created.set(key, { kind: record.kind, name: record.label ? `${record.name} ${record.label}` : record.name });
    } else {
      const keys = printed.get(record.text);
      if (keys) keys.push(key);
      else printed.set(record.text, [key]);
    }
  }
  const ids = new Map<string, number>();
  const lanes: Lane[] = [mainLane];
  const laneOf = (key: string): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const lane = created.get(key);
    const id = lane ? lanes.push({ id: lanes.length, ...lane }) - 1 : mainLane.id;
    ids.set(key, id);
    return id;
  };
  const tagged = lines.map((line) => {
    const key = line.stream === 'stdout' ? printed.get(line.text)?.shift() : undefined;
    return key === undefined ? line : { ...line, lane: laneOf(key) };
  });
  return { lines: tagged, lanes: numbered(lanes) };
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
