// The rules of the layout: who may import whom, what occurs where, how long a file is.
import { builtinModules } from 'node:module';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { replacedWord } from '../eslint.names.mjs';
import { readCourse } from '../src/course/course.ts';

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.{ts,mjs,astro}', { cwd: root })
  .filter((file) => !file.endsWith('.d.ts'))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

const fixtures = join('test', 'fixtures');

/** Astro reads it at this place: the one door through which it sees the lessons. */
const door = 'src/content.config.ts';

/** What each folder of src/ may import of the others. `.` are the files that stand in src/ itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  '.': [],
  course: ['.'],
  order: ['.'],
  explore: ['.'],
  trace: ['.', 'explore'],
  runtime: ['.', 'course', 'order', 'trace', 'explore'],
  recorded: ['.', 'course', 'order', 'trace', 'explore', 'runtime'],
  check: ['.', 'course', 'order', 'trace', 'explore', 'runtime', 'recorded'],
  cli: ['.', 'course', 'order', 'trace', 'explore', 'runtime', 'recorded', 'check'],
  site: ['.', 'course', 'order', 'trace', 'explore', 'runtime', 'recorded', 'check'],
  components: ['.', 'course', 'order', 'trace', 'explore', 'runtime', 'recorded', 'check', 'site'],
};

/** The folder below src/; `.` for a file in src/ itself, `outside` for everything else (tests, for one). */
function folderOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] !== 'src') return 'outside';
  return parts.length > 2 ? (parts[1] ?? '') : '.';
}

/** Prose may speak of everything; only code is looked at. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
}

function importsOf(file: string): string[] {
  const found = (text.get(file) ?? '').matchAll(/(?:\bfrom|^import|\bimport\()\s*'([^']+)'/gm);
  return [...found].map((match) => match[1] ?? '');
}

/** The files for which `fault` says something, each with what it says. */
function offenders(fault: (file: string, source: string) => string | undefined): string[] {
  return files.flatMap((file) => {
    const found = fault(file, text.get(file) ?? '');
    return found === undefined ? [] : [`${file}: ${found}`];
  });
}

test('src/ is found', () => expect(files.length).toBeGreaterThan(20));

test('a folder imports only from the folders before it', () => {
  const wrong = offenders((file) => {
    const own = folderOf(file);
    if (file === door) return undefined;
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, join(root, dirname(file), name)))
      .find((target) => folderOf(target) !== own && !allowed[own]?.includes(folderOf(target)));
  });
  expect(wrong).toEqual([]);
});

test('order, trace, explore, check and the components import none of Node’s own modules', () => {
  const machine = ['course', 'runtime', 'cli', 'site'];
  const wrong = offenders((file) =>
    importsOf(file).find(
      (name) =>
        (name.startsWith('node:') || builtinModules.includes(name)) &&
        !machine.includes(folderOf(file)) &&
        file !== door,
    ),
  );
  expect(wrong).toEqual([]);
});

test('children, workers and Pyodide are started in src/runtime/ alone', () => {
  const start = /\bspawn\b|\bnew Worker\b|\bloadPyodide\b|'pyodide'|'node:worker_threads'/;
  const wrong = offenders((file, source) =>
    folderOf(file) === 'runtime' || file === 'src/languages.ts' ? undefined : start.exec(withoutComments(source))?.[0],
  );
  expect(wrong).toEqual([]);
});

test('a file has at most 300 lines: past that, ask why, and cut it by subject', () => {
  const wrong = offenders((_, source) => {
    const lines = source.trimEnd().split('\n').length;
    return lines > 300 ? `${lines} lines` : undefined;
  });
  expect(wrong).toEqual([]);
});

test('at most 25 files stand beside each other', () => {
  const folders = Map.groupBy(globSync('src/**/*.*', { cwd: root, exclude: ['**/__pycache__'] }), dirname);
  const wide = [...folders].filter(([, inside]) => inside.length > 25);
  expect(wide.map(([folder, inside]) => `${folder}: ${inside.length} files`)).toEqual([]);
});

test('a file is named by the words of the field', () => {
  const wrong = globSync('src/**/*.{ts,mjs,astro,css,py}', { cwd: root }).flatMap((file) => {
    const fault = replacedWord(basename(file));
    return fault === undefined ? [] : [`${file}: ${fault}`];
  });
  expect(wrong).toEqual([]);
});

test('a file opens with its job', () => {
  const wrong = offenders((_, source) => (/^(?:---\n)?\/\/ \S/.test(source) ? undefined : source.split('\n')[0]));
  expect(wrong).toEqual([]);
});

/** Tests may use what fixtures hold; whatever the course itself holds may be gone tomorrow. */
test('no id of a lesson or of a snippet of the course occurs in src/ or test/', () => {
  const course = readCourse(root);
  const ids = [...course.lessons.map(({ id }) => id), ...course.snippets.keys(), ...Object.keys(course.moved)];
  const all = globSync('{src,test}/**/*.{ts,mjs,astro,css,py}', { cwd: root });
  const named = all.flatMap((file) => {
    const source = file.startsWith(fixtures) ? '' : readFileSync(join(root, file), 'utf8');
    const found = ids.find((id) => source.includes(id));
    return found === undefined ? [] : [`${file}: ${found}`];
  });
  expect(named).toEqual([]);
});

test('nothing that is stored names a folder of a machine', () => {
  const stored = globSync('{,test/fixtures/courses/*/}snippets/*/recorded/*.json', { cwd: root });
  expect(stored.length).toBeGreaterThan(20);
  const machine = /file:\/\/\/|(?:^|["'\s])\/(?:home|root|work|tmp|Users|private|builds?)\//;
  expect(stored.filter((file) => machine.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

const styles = new Map(
  globSync(['src/**/*.css', 'src/components/**/*.astro'], { cwd: root })
    .sort()
    .map((file) => [file, readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')]),
);
const tokens = 'src/styles/tokens.css';

/** What `pattern` finds in the styles outside of the tokens. */
function outsideTokens(pattern: RegExp): string[] {
  return [...styles].flatMap(([file, source]) =>
    file === tokens ? [] : [...source.matchAll(pattern)].map(([found]) => `${file}: ${found.trim()}`),
  );
}

test('colours stand in tokens.css alone; a style names them', () => {
  const written = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/gi;
  const named =
    /(?:color|background|border[\w-]*|outline|fill|stroke)\s*:[^;{}]*?(?<![\w-])(?:white|black|red|green|blue|gr[ae]y|yellow|orange|purple)(?![\w-])/g;
  const themes = ['#fdfbf6', '#171614'];
  for (const colour of themes) expect(styles.get(tokens)).toContain(`--sl-color-black: ${colour};`);
  // the bar of a browser takes no custom property: it has the ground of each theme
  const bar = themes.map((colour) => `src/components/overrides/Head.astro: ${colour}`);
  expect([...outsideTokens(written), ...outsideTokens(named)]).toEqual(bar);
});

test('a length or colour of the course gets its value in tokens.css alone; a style may choose another one of them', () => {
  expect(outsideTokens(/--(?:il|sl)-[\w-]+\s*:(?!\s*var\(--)/g)).toEqual([]);
  const set = new Set(styles.get(tokens)?.match(/--il-[\w-]+(?=\s*:)/g));
  const unset = outsideTokens(/var\(--il-[\w-]+/g).filter((found) => !set.has(found.slice(found.indexOf('--'))));
  expect(unset).toEqual([]);
});

test('index.css alone lists the style sheets, each once, tokens first; a component imports none', () => {
  const list = 'src/styles/index.css';
  expect(readFileSync(join(root, 'astro.config.mjs'), 'utf8')).toContain(`customCss: ['./${list}']`);
  const listed = [...(styles.get(list) ?? '').matchAll(/@import '\.\/([^']+)'/g)].map(
    ([, file]) => `src/styles/${file}`,
  );
  expect(listed[0]).toBe(tokens);
  const sheets = [...styles.keys()].filter((file) => file.endsWith('.css') && file !== list);
  expect([...listed].sort()).toEqual(sheets);
  expect(outsideTokens(/@import[^;]*/g).filter((found) => !found.startsWith(list))).toEqual([]);
  expect(offenders((_, source) => /\bimport\b[^;\n]*\.css['"]/.exec(source)?.[0])).toEqual([]);
});

test('the step-through is styled in steps/ alone, after everything else', () => {
  const list = styles.get('src/styles/index.css') ?? '';
  const folders = [...list.matchAll(/@import '\.\/(\w+)\//g)].map(([, folder]) => folder === 'steps');
  expect(folders).toEqual([...folders].sort());
  const inside = /\.(?:steps|player|transport|both)\b/;
  const wrong = [...styles].filter(
    ([file, source]) => file.endsWith('.css') && !file.includes('/steps/') && inside.test(source),
  );
  expect(wrong.map(([file]) => file)).toEqual([]);
});
