// An exercise on its page: what to do, the command that starts it, the starter, the hints, and nothing of the solution.
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test, vi } from 'vitest';
import Exercise from '../../src/components/Exercise.astro';
import { paragraphsOf } from '../../src/components/view/plain-text.ts';
import { courseWithExercise } from '../small-course.ts';

const container = await AstroContainer.create();
const locals = { t: (key: string) => key, starlightRoute: { entry: { id: 'one/turns' } } } as unknown as App.Locals;

function render(id: string, slots: Record<string, string> = {}): Promise<string> {
  vi.stubEnv('COURSE_ROOT', courseWithExercise());
  return container.renderToString(Exercise, { props: { id }, locals, slots });
}

test('it names the commands and the starters, and folds its hints', async () => {
  const html = await render('one/swap');
  expect(html).toContain('Let <code>main</code> start both before it waits for either.');
  for (const language of ['ts', 'py']) {
    expect(html).toContain(`npm run course -- exercise start one/swap --${language}<`);
    expect(html).toContain(`/programs/one/exercises/swap/start.${language}" download="swap.${language}"`);
  }
  expect(html).toContain('npm run course -- exercise check one/swap<');
  expect(html).toMatch(/<summary>Hint 1<\/summary>[\s\S]*<summary>Hint 2<\/summary>/);
  expect(html).not.toContain('solution');
});

test('what stands in it takes the place of its task', async () => {
  const html = await render('one/swap', { default: '<p>In other words.</p>' });
  expect(html).toContain('In other words.');
  expect(html).not.toContain('start both before it waits');
});

test('an unknown one stops the build at its lesson', async () => {
  await expect(render('one/swop')).rejects.toThrow(
    'lessons/one/turns.mdx  no exercise "one/swop"\n  fix: did you mean',
  );
});

test('a text has paragraphs, and code between backticks', () => {
  expect(paragraphsOf('One\nline, `a b`.\n\nTwo.\n')).toEqual([
    [
      { text: 'One line, ', isCode: false },
      { text: 'a b', isCode: true },
      { text: '.', isCode: false },
    ],
    [{ text: 'Two.', isCode: false }],
  ]);
});
