// Both twins stepped together: what the page brings, and the model behind the two columns.
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, test } from 'vitest';
import Both from '../../src/components/parts/Both.astro';
import { bothView } from '../../src/components/view/both-view.ts';
import { Both as Model } from '../../src/components/steps/both/model.ts';
import { fromRowEnds, toRowEnds } from '../../src/components/steps/both/rows.ts';
import { Player } from '../../src/components/steps/player.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { narrationOf } from '../../src/trace/narrate/narration.ts';
import { parts, compareTwins } from '../../src/trace/compare/compare.ts';
import { fullCourse, storedEvents } from '../full-course.ts';

const snippets = [courseRoot(), fullCourse].flatMap((root) => [...openCourse(root).snippets.values()]);
const views = snippets.flatMap((snippet) => bothView(snippet) ?? []);
const container = await AstroContainer.create();

function model(): Model {
  const events = { ts: storedEvents('calls/kettle', 'ts'), py: storedEvents('calls/kettle', 'py') };
  const rows = compareTwins(events.ts, events.py).map(({ ts, py }) => ({ ts: ts.to, py: py.to }));
  const player = (twin: 'ts' | 'py') =>
    new Player({ engine: '', cause: 'none', events: events[twin], ...narrationOf(events[twin]) });
  return new Model({ ts: player('ts'), py: player('py') }, rows);
}

const printed = ({ players }: Model) => [players.ts, players.py].map((player) => player.state().output.at(-1)?.text);

describe('the page', () => {
  test('lists each row at which the twins part, and no other', () => {
    const view = views.find(({ id }) => id === 'calls/unheard');
    expect(view?.items.length).toBeGreaterThan(2);
    const rows = compareTwins(storedEvents('calls/unheard', 'ts'), storedEvents('calls/unheard', 'py'));
    expect(view?.items.map(({ row }) => row)).toEqual(rows.flatMap((row, index) => (parts(row) ? [index + 1] : [])));
  });

  test('says who prints the line and each difference, without a script', async () => {
    const differences = [{ kind: 'moved', title: 'Another order', says: 'in TypeScript first' }] as const;
    const items = [
      { row: 3, text: 'x', who: 'only Python prints it here', differences },
      { row: 9, text: undefined, who: 'both print it', differences: [] },
    ];
    const html = await container.renderToString(Both, {
      props: { view: { id: 'a/b', runs: '0.1', rows: '1.2', items } },
    });
    expect(html).toContain('data-id="a/b" data-runs="0.1" data-rows="1.2"');
    expect(html).toMatch(/<li value="3">\s*<samp>x<\/samp>\s*<span class="who">only Python prints it here<\/span>/);
    expect(html).toMatch(/<b>Another order:<\/b> in TypeScript first\./);
    expect(html).toMatch(/<li value="9">\s*after the last line\s*<\/li>/);
  });

  test('says so where nothing differs', async () => {
    const html = await container.renderToString(Both, {
      props: { view: { id: 'a/b', runs: '0.0', rows: '1.1', items: [] } },
    });
    expect(html).toContain('Both twins print the same lines, and their traces have no difference to name.');
    expect(html).not.toContain('<ol>');
  });

  test('shows no snippet without traces of both twins', () => {
    const [snippet] = snippets;
    expect(snippet && bothView({ ...snippet, id: 'nowhere/nothing' })).toBeUndefined();
  });

  test('takes up the rows of every snippet in one short attribute', () => {
    expect(Math.max(...views.map(({ rows }) => rows.length))).toBeLessThan(400);
    for (const { rows } of views) expect(toRowEnds(fromRowEnds(rows))).toBe(rows);
  });
});

describe('the model', () => {
  test('starts before the first line, and a row brings both twins to its end', () => {
    const both = model();
    expect([both.place, both.says(0), printed(both)]).toEqual([0, 'Before the first line', [undefined, undefined]]);
    both.goTo(2);
    expect(printed(both)).toEqual(['tea: starts', 'main: calls']);
    both.goTo(4);
    expect(printed(both)).toEqual(['main: has called', 'tea: starts']);
  });

  test('says who prints the line of a row', () => {
    const both = model();
    expect([1, 2, 4, both.last].map((row) => both.says(row))).toEqual([
      'Both print "main: calls": main in TypeScript, task main in Python',
      'Only TypeScript prints "tea: starts" here: async function brew #1',
      'Only Python prints "tea: starts" here: task main',
      'After the last line, to the end of both programs',
    ]);
  });

  test('stays within its ends, whatever is asked', () => {
    const both = model();
    for (const [asked, row] of [
      [-3, 0],
      [99, both.last],
      [NaN, both.last],
    ] as const) {
      both.goTo(asked);
      expect(both.place).toBe(row);
    }
  });

  test('lets one twin walk inside a row while the other waits', () => {
    const both = model();
    both.goTo(5);
    const { ts, py } = both.players;
    const waits = py.place;
    ts.goTo(ts.place - 1);
    expect([both.place, py.place]).toEqual([5, waits]);
    both.goTo(both.place);
    expect(printed(both)).toEqual(['tea: goes on', 'tea: goes on']);
  });

  test('goes on to the next row when a twin walks into it, and the other one stands at its beginning', () => {
    const both = model();
    both.goTo(5);
    const waits = both.players.py.place;
    both.players.ts.goTo(both.players.ts.place + 1);
    expect([both.place, both.players.py.place]).toEqual([6, waits]);
  });

  test('goes back with a twin that is sent to an earlier line', () => {
    const both = model();
    both.goTo(9);
    both.players.py.goTo(both.players.py.placeOf(both.rows[0]?.py ?? 0));
    expect([both.place, printed(both)]).toEqual([1, ['main: calls', 'main: calls']]);
  });

  test('tells of each row once', () => {
    const both = model();
    const rows: number[] = [];
    const stop = both.on('step', () => rows.push(both.place));
    both.goTo(3);
    both.goTo(4);
    stop();
    both.goTo(1);
    expect(rows).toEqual([3, 4]);
  });
});
