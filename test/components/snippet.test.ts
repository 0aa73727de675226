import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test, vi } from 'vitest';
import Predict from '../../src/components/Predict.astro';
import Snippet from '../../src/components/Snippet.astro';
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
const render = (component: typeof Snippet, props: Record<string, unknown>) =>
  container.renderToString(component, { props, locals });

test('a snippet shows both programs, both outputs, the contract, the command and the files', async () => {
  const html = await render(Snippet, { id: use?.id });
  for (const text of ['TypeScript', 'Python', `npm run course -- run ${use?.id}`, `snippets/${use?.id}.order`])
    expect(html).toContain(text);
  expect(html.match(/<ol class="lines/g)).toHaveLength(2);
  expect(html).toContain(`/programs/${use?.id}.py`);
});

test('of a pair the broken program comes first, with its failing schedule and the bad line', async () => {
  const [pair] = pairsOf([...course.snippets.values()]);
  const html = await render(Snippet, { id: pair?.fixed.id });
  expect(html).toMatch(/Broken: if .+ it prints/);
  expect(html).toContain('never when fixed');
  expect(html).toContain(`npm run course -- run ${pair?.broken.id} --ts --schedule traced.`);
  const [broken = 0, fixed = 0] = [pair?.broken, pair?.fixed].map((half) => html.indexOf(`${half?.programs.ts.path}<`));
  expect(broken).toBeGreaterThan(0);
  expect(fixed).toBeGreaterThan(broken);
});

test('a prediction shows the programs and their lines, but not their order', async () => {
  const html = await render(Predict, { id: use?.id });
  expect(html).toContain('in alphabetical order');
  expect(html).not.toContain('<ol class="lines');
});

test('an unknown id stops the build at the lesson, with the nearest id', async () => {
  const misspelt = `${use?.id}x`;
  await expect(render(Snippet, { id: misspelt })).rejects.toThrow(
    `${lesson?.path}  no snippet "${misspelt}"\n  fix: did you mean "${use?.id}"? In this chapter: `,
  );
});

test('an unknown region stops the build', async () => {
  await expect(render(Snippet, { id: use?.id, region: 'nope' })).rejects.toThrow(
    `${lesson?.path}  snippets/${use?.id}.ts has no region "nope"\n  fix: leave region out: the file has none`,
  );
});

test('a snippet without an id stops the build', async () => {
  await expect(render(Snippet, {})).rejects.toThrow(
    'a <Snippet> without an id\n  fix: write <Snippet id="chapter/name" />',
  );
});
