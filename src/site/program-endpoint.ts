// The endpoint behind /programs/: one static file for each program, its bytes unchanged.
import type { APIRoute, GetStaticPaths } from 'astro';
import { openCourse } from '../course/course.ts';
import type { Course } from '../course/course.ts';
import { courseRoot, readText } from '../course/files.ts';
import { twins } from '../course/snippets.ts';
import type { Program } from '../course/snippets.ts';

export const getStaticPaths = (() =>
  programsOf(openCourse(courseRoot())).map(({ path, file }) => ({
    params: { path: path.replace('snippets/', '') },
    props: { file },
  }))) satisfies GetStaticPaths;

/** The programs of the snippets, and where each exercise starts. */
function programsOf({ snippets, exercises }: Course): Program[] {
  const starts = [...exercises.values()].flatMap(({ starts: { ts, py } }) => [ts, py]);
  return [...[...snippets.values()].flatMap(twins), ...starts];
}

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(readText(props.file), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
