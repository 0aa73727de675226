// From Python 3.12 on a trace comes from sys.monitoring, before from sys.settrace: both say the same. Pyodide brings a
// Python of the newer kind to every machine.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { courseRoot } from '../../../src/course/files.ts';
import { startPyodide } from '../../../src/runtime/pyodide/snapshot.ts';
import { traceAllPython } from '../../../src/runtime/virtual/trace.ts';
import { traceEventSchema } from '../../../src/trace/events.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { noCpython } from '../../cpython.ts';

const root = courseRoot();
const names = ['tasks', 'generators', 'lines', 'locks', 'condition', 'barrier', 'kept-alive', 'deep'];
const reportSchema = z.object({ stdout: z.string(), monitored: z.boolean(), events: z.array(traceEventSchema) });
const callable = z.custom<(name: string) => unknown>((value) => typeof value === 'function');
type Report = z.infer<typeof reportSchema>;

const script = `import json, sys
sys.path[0] = "/python"
from _interleave.trace.traced import TracedRepeater
def report(name):
    events, outcome = TracedRepeater().trace(f"/programs/{name}.py")
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    stdout = outcome.bytes_of("stdout").decode()
    return json.dumps({"stdout": stdout, "monitored": hasattr(sys, "monitoring"), "events": events})
report`;

/** What strands do, without the queues: those differ where asyncio has changed. */
function stepsOf(events: readonly TraceEvent[]): unknown[] {
  const kinds = new Set([
    'create',
    'line',
    'call',
    'leave',
    'settle',
    'print',
    'lock',
    'channel',
    'signal',
    'uncaught',
  ]);
  const stderr = (event: TraceEvent) => event.kind === 'print' && event.stream === 'stderr';
  return events.flatMap((event) => (kinds.has(event.kind) && !stderr(event) ? [{ ...event, at: 0 }] : []));
}

describe.skipIf(noCpython)('a trace by sys.monitoring', () => {
  let newer: ReadonlyMap<string, Report>;
  let older: ReadonlyMap<string, readonly TraceEvent[]>;
  beforeAll(async () => {
    const folder = join(root, 'test/fixtures/trace-python');
    const pyodide = await startPyodide(join(root, '.cache', 'pyodide-traced.snapshot'));
    pyodide.runPython('import os; os.makedirs("/python"); os.makedirs("/programs")');
    pyodide.mountNodeFS('/python', join(root, 'src/runtime/inside/python'));
    pyodide.mountNodeFS('/programs', folder);
    const report = callable.parse(pyodide.runPython(script));
    newer = new Map(names.map((name) => [name, reportSchema.parse(JSON.parse(String(report(name))))]));
    const traces = await traceAllPython(
      root,
      names.map((name) => ({ file: join(folder, `${name}.py`), needs: [] })),
    );
    older = new Map(names.map((name, index) => [name, traces[index]?.events ?? []]));
  });

  it.each(names)('of %s says what the other says', (name) => {
    const { monitored, events } = newer.get(name) ?? expect.fail(name);
    expect(monitored).toBe(true);
    expect(stepsOf(events)).toEqual(stepsOf(older.get(name) ?? []));
  });
});
