// Every stored run of the course, as the page steps through it: there and back the same states, and light enough to fetch.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readTraces } from '../../src/recorded/traces.ts';
import { Player } from '../../src/components/steps/player.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { traceFile } from '../../src/course/trace-file.ts';
import { languages } from '../../src/languages.ts';
import { traceBudget } from '../../src/site/trace-weight.ts';
import { apply } from '../../src/trace/replay/replay.ts';
import { start } from '../../src/trace/replay/state.ts';
import { servedTrace } from '../../src/trace/stored.ts';
import { narrationOf } from '../../src/trace/narrate/narration.ts';

const snippets = [...openCourse(courseRoot()).snippets.values()];
const twins = snippets.flatMap((snippet) =>
  languages.flatMap((language) => {
    const stored = readTraces(snippet, language);
    if (stored.state !== 'fresh') return [];
    const { traces } = stored;
    const runs = traces.runs.map((run) => ({ ...servedTrace(traces, run), ...narrationOf(run.events) }));
    return [{ path: traceFile(snippet, language).path, runs }];
  }),
);

test('every twin has a trace', () => expect(twins.length).toBe(languages.length * snippets.length));

describe.each(twins)('$path', ({ runs }) => {
  test('the states of all steps are the same there and back, and those of a fold over the events', () => {
    for (const run of runs) {
      const folded = [JSON.stringify(start)];
      run.events.reduce((state, event) => {
        const next = apply(state, event);
        folded.push(JSON.stringify(next));
        return next;
      }, start);
      const player = new Player(run);
      player.setWalk(player.walks.at(-1) ?? 'events');
      const expected = player.steps.map((step) => folded[step]);
      const there = player.steps.map((_, place) => JSON.stringify(player.state(place)));
      const back = [...player.steps.keys()].reverse().map((place) => JSON.stringify(player.state(place)));
      expect(there).toEqual(expected);
      expect(back.reverse()).toEqual(expected);
    }
  });

  test('each step has a sentence, each printed line its causes', () => {
    for (const { events, captions, causes } of runs) {
      expect(captions.length).toBe(events.length);
      // the text of a line or of a message is the program's: it may be "undefined"
      const said = captions.filter((_, index) => !['print', 'message'].includes(events[index]?.kind ?? ''));
      expect(said.filter((text) => text.trim() === '' || /undefined|NaN|\[object/.test(text))).toEqual([]);
      expect(causes.length).toBe(events.filter(({ kind }) => kind === 'print').length);
      expect(causes.filter((chain) => chain.length === 0)).toEqual([]);
    }
  });
});

test('a run with its sentences transfers at most 6 kB over gzip on average', () => {
  const sizes = twins.flatMap(({ runs }) => runs.map((run) => gzipSync(JSON.stringify(run)).length));
  const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  expect(average).toBeLessThanOrEqual(traceBudget.average);
});
