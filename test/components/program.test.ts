import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test, vi } from 'vitest';
import Program from '../../src/components/Program.astro';
import { openCourse } from '../../src/course/course.ts';
import { pairsOf } from '../../src/course/pairs.ts';
import { fullCourse } from '../full-course.ts';

// the components read the course that COURSE_ROOT names, when they render first
vi.stubEnv('COURSE_ROOT', fullCourse);
const course = openCourse(fullCourse);
const lesson = course.lessons[0];
const use = lesson?.uses[0];
const container = await AstroContainer.create();

// What Starlight gives to every page, as far as components read it.
const locals = { t: (key: string) => key, starlightRoute: { entry: { id: lesson?.id } } } as unknown as App.Locals;
const render = (props: Record<string, unknown>) => container.renderToString(Program, { props, locals });

test('a program stands on the page once for each language, with every view', async () => {
  const html = await render({ id: use?.id });
  expect(html.match(/<section class="twin"/g)).toHaveLength(2);
  for (const mode of ['predict', 'output', 'steps', 'orders', 'contract'])
    expect(html.match(new RegExp(`<div class="view" data-mode="${mode}"`, 'g'))).toHaveLength(2);
  for (const text of ['TypeScript', 'Python', `npm run course -- run ${use?.id}`, `snippets/${use?.id}.order`])
    expect(html).toContain(text);
  expect(html).toContain(`/programs/${use?.id}.py`);
});

test('the program below "Predict" opens with its lines in alphabetical order, any other with its output', async () => {
  const html = await render({ id: use?.id });
  expect(html).toContain('data-mode="predict" data-half="fixed"');
  expect(html).toContain('in alphabetical order');
  const [pair] = pairsOf([...course.snippets.values()]);
  expect(await render({ id: pair?.fixed.id })).toContain('data-mode="output" data-half="broken"');
});

test('of a pair both halves are there, with the lines marked that the other one does not have', async () => {
  const [pair] = pairsOf([...course.snippets.values()]);
  const html = await render({ id: pair?.fixed.id });
  expect(html).toMatch(/Broken: if .+ it prints/);
  expect(html).toContain('never when fixed');
  expect(html).toContain(`npm run course -- run ${pair?.broken.id} --ts --schedule traced.`);
  const [broken = '', fixed = ''] = html.split('<section class="twin"').slice(1, 3);
  expect([broken, fixed].map((half) => /data-half="(\w+)"/.exec(half)?.[1])).toEqual(['broken', 'fixed']);
  expect(broken).toContain('ec-line highlight del');
  expect(fixed).toContain('ec-line highlight ins');
});

test('an unknown id stops the build at the lesson, with the nearest id', async () => {
  const misspelt = `${use?.id}x`;
  await expect(render({ id: misspelt })).rejects.toThrow(
    `${lesson?.path}  no snippet "${misspelt}"\n  fix: did you mean "${use?.id}"? In this chapter: `,
  );
});

test('an unknown region stops the build', async () => {
  await expect(render({ id: use?.id, region: 'nope' })).rejects.toThrow(
    `${lesson?.path}  snippets/${use?.id}.ts has no region "nope"\n  fix: leave region out: the file has none`,
  );
});

test('a program without an id stops the build', async () => {
  await expect(render({})).rejects.toThrow('a <Program> without an id\n  fix: write <Program id="chapter/name" />');
});
