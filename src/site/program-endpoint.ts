// The endpoint behind /programs/: one static file for each program, its bytes unchanged.
import type { APIRoute, GetStaticPaths } from 'astro';
import { openCourse } from '../course/course.ts';
import { courseRoot, readText } from '../course/files.ts';
import { twins } from '../course/snippets.ts';

export const getStaticPaths = (() =>
  [...openCourse(courseRoot()).snippets.values()].flatMap((snippet) =>
    twins(snippet).map(({ language, file }) => ({ params: { path: `${snippet.id}.${language}` }, props: { file } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(readText(props.file), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
