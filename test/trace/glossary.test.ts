// The glossary has each event, queue, strand and panel once, under the name that captions and panels use.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { courseRoot } from '../../src/course/files.ts';
import { panelTitles, queueTitles } from '../../src/trace/narrate/names.ts';
import { queueNames, traceEventSchema, traceStrandKinds } from '../../src/trace/events.ts';

const glossary = readFileSync(join(courseRoot(), 'lessons/glossary.mdx'), 'utf8');

function section(heading: string): string {
  return glossary.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

/** The entries below a heading: the term, the name in the data if it has one, and what is said. */
function entries(heading: string): { term: string; name: string; says: string }[] {
  const found = section(heading).matchAll(/^- \*\*(.+?)\*\*(?: \(`(.+?)`\))?: (.+)$/gm);
  return [...found].map(([, term = '', name = '', says = '']) => ({ term, name, says }));
}

function names(heading: string): string[] {
  return entries(heading).map(({ name }) => name);
}

describe('the glossary has', () => {
  test('every kind of event', () => {
    expect(names('Events'), 'in the order of src/trace/events.ts').toEqual(
      traceEventSchema.options.map(({ shape }) => shape.kind.value),
    );
  });

  test('every queue, by the title of its panel', () => {
    expect(Object.fromEntries(entries('Queues').map(({ name, term }) => [name, term]))).toEqual(queueTitles);
    expect(names('Queues')).toEqual(queueNames);
  });

  test('every kind of strand', () => {
    expect(names('Strands')).toEqual(traceStrandKinds);
  });

  test('every panel', () => {
    expect(Object.fromEntries(entries('Panels').map(({ name, term }) => [name, term]))).toEqual(panelTitles);
  });

  test('one sentence for each entry, and no other list in these parts', () => {
    const headings = ['Panels', 'Events', 'Queues', 'Strands', 'When strands share'];
    const all = headings.flatMap(entries);
    expect(all).toHaveLength(headings.map(section).join('').match(/^- /gm)?.length ?? 0);
    for (const { says } of all) expect(says).toMatch(/^[A-Z][^.]*(?:`[^`]+`[^.]*)*\.$/);
  });
});
