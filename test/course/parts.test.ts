// The small parts of reading a course: YAML with line numbers, regions, needs, the nearest name, uses of snippets.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { requireId } from '../../src/course/files.ts';
import { findUses } from '../../src/course/lessons.ts';
import { nearest } from '../../src/nearest.ts';
import { cutRegion, regionNames } from '../../src/course/regions.ts';
import { readNeeds } from '../../src/course/snippets.ts';
import { parseYaml } from '../../src/course/yaml.ts';

describe('YAML', () => {
  const schema = z.strictObject({ list: z.array(z.number()) });

  test('a value of the wrong kind is reported on its line', () => {
    expect(() => parseYaml({ text: 'list:\n  - 1\n  - two\n', file: 'a.yaml', before: 1 }, schema)).toThrow(
      'a.yaml:4  list.1: Invalid input: expected number, received string\n  fix: give "list.1" a value of that kind',
    );
  });

  test('the mark of a merge is called what it is', () => {
    expect(() => parseYaml({ text: 'list:\n<<<<<<< HEAD\n  - 1\n=======\n', file: 'a.yaml' }, schema)).toThrow(
      'a.yaml:2  a merge left its conflict here\n  fix: keep one of the two sides, or both, and delete the lines of <, = and >',
    );
  });

  test('what is no YAML is reported on its line', () => {
    expect(() => parseYaml({ text: 'list: [1\nmore: 2', file: 'a.yaml' }, schema)).toThrow(
      /^a\.yaml:2 {2}this is not YAML: /,
    );
  });
});

describe('regions', () => {
  const source = 'a\n// #region one\n  b\n\n  c\n// #endregion\nd\n# region two\ne\n# endregion\n';

  test('both comment signs name a region', () => expect(regionNames(source)).toEqual(['one', 'two']));

  test('a region is cut without its marks and its common indentation', () => {
    expect(cutRegion(source, 'one')).toEqual({ code: 'b\n\nc', first: 3, last: 5, lines: [3, 4, 5] });
  });

  test('without a name all lines are kept but the marks', () => {
    expect(cutRegion(source)?.code).toBe('a\n  b\n\n  c\nd\ne');
  });

  test('each shown line knows its line in the file, behind marks and doubled empty lines', () => {
    const { code, lines } = cutRegion('a\n\n// #region x\n\nb\n// #endregion\nc\n') ?? {};
    expect({ code, lines }).toEqual({ code: 'a\n\nb\nc', lines: [1, 2, 5, 7] });
  });

  test('a region that is not there is undefined', () => expect(cutRegion(source, 'three')).toBeUndefined());
});

describe('needs', () => {
  test.each([
    ['// What it shows.\n// needs: threads\n', ['threads']],
    ['# What it shows.\n# needs: gevent, threads\nimport gevent\n', ['gevent', 'threads']],
    ['// What it shows.\nrun();\n// needs: threads\n', []],
  ])('%j needs %j', (text, needs) => expect(readNeeds(text, 'a.ts')).toEqual(needs));
});

describe('the nearest name', () => {
  const known = ['kitchen/kettles-first', 'kitchen/timers-last', 'garden/lock'];

  test.each([
    ['kitchen/kettle-first', 'kitchen/kettles-first'],
    ['timers-last', 'kitchen/timers-last'],
    ['loc', 'garden/lock'],
    ['something/else', undefined],
  ])('of %s is %s', (name, found) => expect(nearest(name, known)).toBe(found));
});

test('an id that is not one is refused with the nearest legal form', () => {
  expect(() => requireId('Kitchen Sink/First_one', 'snippets/x')).toThrow('fix: rename it to "kitchen-sink/first-one"');
});

test('a lesson uses the snippets and exercises that it names outside of fenced code', () => {
  const body = [
    'Text.\n\n<Program id="a/b" region="r" />\n\n```mdx\n<Program id="a/c" />\n```\n\n## Predict\n\n<Program\n  id="a/d"\n/>\n\n## Why',
    '<Exercise id="a/e">\n<Solution>\n<Program id="a/f" />\n</Solution>\n</Exercise>\n<Program id="a/g" />\n',
  ].join('\n');
  const plain = { region: undefined, isSolution: false, isPredicted: false };
  expect(findUses(body, 10)).toEqual({
    uses: [
      { ...plain, id: 'a/b', region: 'r', line: 13 },
      { ...plain, id: 'a/d', line: 21, isPredicted: true },
      { ...plain, id: 'a/f', line: 28, isSolution: true },
      { ...plain, id: 'a/g', line: 31 },
    ],
    exercises: [{ id: 'a/e', line: 26 }],
  });
});
