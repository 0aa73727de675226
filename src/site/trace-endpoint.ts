// The endpoint behind /traces/: one static file for each stored run, without spaces. Twins without fresh traces have none:
// the checks say so.
import type { APIRoute, GetStaticPaths } from 'astro';
import { readTraces } from '../recorded/traces.ts';
import { openCourse } from '../course/course.ts';
import { courseRoot } from '../course/files.ts';
import type { Snippet } from '../course/snippets.ts';
import { languages } from '../languages.ts';
import { servedPath, servedTrace } from '../trace/stored.ts';
import type { ServedTrace } from '../trace/stored.ts';
import { narrationOf } from '../trace/narrate/narration.ts';
import type { Narration } from '../trace/narrate/narration.ts';

interface Served {
  readonly path: string;
  readonly trace: ServedTrace & Narration;
}

/** What is served of a snippet: a file for each run of each twin. */
function servedOf(snippet: Snippet): Served[] {
  return languages.flatMap((language) => {
    const stored = readTraces(snippet, language);
    if (stored.state !== 'fresh') return [];
    const { traces } = stored;
    return traces.runs.map((run, index) => ({
      path: servedPath(snippet.id, language, index),
      trace: { ...servedTrace(traces, run), ...narrationOf(run.events) },
    }));
  });
}

export const getStaticPaths = (() =>
  [...openCourse(courseRoot()).snippets.values()].flatMap(servedOf).map(({ path, trace }) => ({
    params: { path: path.replace(/^traces\//, '') },
    props: { trace },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ trace: Served['trace'] }> = ({ props }) =>
  new Response(JSON.stringify(props.trace), { headers: { 'content-type': 'application/json' } });
