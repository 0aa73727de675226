// The endpoint behind /traces/: a file for each stored run.
import { expect, test, vi } from 'vitest';
import type { APIContext } from 'astro';
import { GET, getStaticPaths } from '../../src/site/trace-endpoint.ts';
import { courseWithPair } from '../small-course.ts';

function paths() {
  vi.stubEnv('COURSE_ROOT', courseWithPair());
  return getStaticPaths();
}

test('each run of each twin has an address', () => {
  const own = paths().map(({ params }) => params.path);
  expect(own.filter((path) => path.startsWith('one/total.broken'))).toEqual([
    'one/total.broken.ts.0.json',
    'one/total.broken.ts.1.json',
    'one/total.broken.ts.2.json',
    'one/total.broken.py.0.json',
    'one/total.broken.py.1.json',
    'one/total.broken.py.2.json',
  ]);
});

test('what is served says the engine and the schedule, without spaces', async () => {
  const props = paths().find(({ params }) => params.path === 'one/total.broken.ts.1.json')?.props;
  const response = await GET({ props } as unknown as APIContext<{ trace: never }>);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.text()).toMatch(
    /^\{"engine":"traced 1","cause":"latency","token":"traced\.latency\.[\da-f]{8}\.\w+","events":\[\{"kind":"resume"/,
  );
});
