// The rules of the layout for the Python that runs inside programs: who may import whom, how long a file and a function is.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', 'src', 'runtime', 'inside', 'python');
const files = globSync('**/*.py', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** What each folder of `_interleave` may import of the others. `.` are the files that stand in `_interleave` itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  '.': [],
  observe: ['.'],
  perturb: ['.'],
  record: ['.', 'observe'],
  explore: [],
  virtual: ['.', 'observe', 'explore'],
  trace: ['.', 'virtual', 'explore'],
  turns: ['.', 'observe', 'record', 'virtual', 'explore'],
};

/** The folder below `_interleave`; `.` for a file in it, undefined for the scripts and hooks beside it. */
function folderOf(file: string): string | undefined {
  const parts = file.split('/');
  if (parts[0] !== '_interleave') return undefined;
  return parts.length > 2 ? parts[1] : '.';
}

const importPattern = /^\s*(?:from (\.+[\w.]*|_interleave[\w.]*) import (\([^)]*\)|.+)|import (_interleave[\w.]*))/gm;

/** The files of ours that a file imports, also inside a function: `from .clock import Clock`, `from .. import frames`. */
function importsOf(file: string): string[] {
  const found = [...(text.get(file) ?? '').matchAll(importPattern)].flatMap(([, from, names = '', whole = '']) => {
    const module = from ?? whole;
    const dots = module.length - module.replace(/^\.+/, '').length;
    const base = dots === 0 ? '' : join(dirname(file), ...Array<string>(dots - 1).fill('..'));
    const path = join(base, ...module.slice(dots).split('.'));
    const inside = names.replaceAll(/[()\n]|#.*$|\bas \w+/g, '').split(',');
    return [`${path}.py`, ...[...inside, '__init__'].map((name) => join(path, `${name.trim()}.py`))];
  });
  return found.map((path) => path.replaceAll('\\', '/')).filter((path) => text.has(path) && path !== file);
}

/** The files for which `fault` says something, each with what it says. */
function offenders(fault: (file: string, source: string) => string | undefined): string[] {
  return files.flatMap((file) => {
    const found = fault(file, text.get(file) ?? '');
    return found === undefined ? [] : [`${file}: ${found}`];
  });
}

/** Name and length of each function: up to the last line that is indented deeper than its `def`. */
function functionsOf(source: string): { name: string; length: number }[] {
  const lines = source.split('\n');
  return lines.flatMap((line, start) => {
    const [, indent = '', name] = /^( *)(?:async )?def (\w+)/.exec(line) ?? [];
    if (name === undefined) return [];
    const deeper = (one: string) => one.trim() === '' || /^ *\)/.test(one) || one.startsWith(`${indent} `);
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((one) => !deeper(one));
    const body = rest.slice(0, end === -1 ? rest.length : end);
    return [{ name, length: 1 + body.findLastIndex((one) => one.trim() !== '') + 1 }];
  });
}

test('the Python is found', () => expect(files.length).toBeGreaterThan(50));

test('a folder imports only from the folders before it', () => {
  const wrong = offenders((file) => {
    const own = folderOf(file);
    if (own === undefined) return undefined;
    return importsOf(file).find((target) => {
      const other = folderOf(target) ?? 'outside';
      return other !== own && !(target === '_interleave/__init__.py') && !allowed[own]?.includes(other);
    });
  });
  expect(wrong).toEqual([]);
});

test('imports are seen', () => {
  expect(importsOf('_interleave/trace/locations.py')).toContain('_interleave/frames.py');
  expect(importsOf('_interleave/trace/loop_hooks.py')).toContain('_interleave/asyncio_tasks.py');
  expect(importsOf('_interleave/virtual/single.py')).toContain('_interleave/observe/__init__.py');
  expect(importsOf('run.py')).toContain('_interleave/virtual/single.py');
});

test('no two files import each other, nor any number in a circle', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const target of importsOf(file)) visit(target, [...path, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('a hook for site settings imports nothing but what starts the hooks', () => {
  const wrong = offenders((file) =>
    file.startsWith('hooks/')
      ? importsOf(file).find((target) => !/_interleave\/(?:start|__init__)\.py$/.test(target))
      : undefined,
  );
  expect(wrong).toEqual([]);
});

test('a file opens with its job', () => {
  expect(offenders((_, source) => (/^"""\S/.test(source) ? undefined : source.split('\n')[0]))).toEqual([]);
});

test('a file has at most 300 lines, a function fewer than 50', () => {
  const wrong = offenders((_, source) => {
    const lines = source.trimEnd().split('\n').length;
    if (lines > 300) return `${lines} lines`;
    const long = functionsOf(source).find(({ length }) => length >= 50);
    return long && `${long.name} has ${long.length} lines`;
  });
  expect(wrong).toEqual([]);
});
