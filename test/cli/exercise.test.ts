// `course exercise`: from the list to the tick, as a reader types it; nothing of theirs is written over, and nothing of a solution is
// shown before theirs holds.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { SharedInput } from '../../src/cli/shell/input.ts';
import { main } from '../../src/cli/main.ts';
import { courseWithExercise } from '../small-course.ts';
import { course } from './session.ts';

const folder = 'snippets/one/exercises/swap';

/** Puts a program of the exercise, or any text, where the reader writes theirs. */
function write(root: string, program: string, language = 'ts'): void {
  const own = join(root, 'my/one');
  mkdirSync(own, { recursive: true });
  const file = join(own, `swap.${language}`);
  if (program.includes('\n')) writeFileSync(file, program);
  else copyFileSync(join(root, folder, `${program}.${language}`), file);
}

const exercise = (root: string, ...words: readonly string[]) => course(['exercise', ...words], root);

test('the list has the exercises of each lesson, and says what comes next', async () => {
  const root = courseWithExercise();
  expect((await exercise(root)).out).toBe(
    [
      'Taking turns',
      '  one/swap                             Both at once',
      '',
      '0 of 1 solved in TypeScript, 0 of 1 solved in Python',
      'next: npm run course -- exercise start one/swap',
      '',
    ].join('\n'),
  );
});

describe('start', () => {
  test('copies the starter and says what to do', async () => {
    const root = courseWithExercise();
    const { code, out } = await exercise(root, 'start', 'one/swap', '--py');
    expect(out).toBe(
      [
        'Both at once  (Python, lesson: Taking turns)',
        '',
        'Two jobs wait 20 ms each. Let `main` start both before it waits for either.',
        '',
        'It must print, in every order:',
        '',
        '  a: starts',
        '  b: starts',
        '  ~ any order by latency: two waits; nothing says which is over first',
        '      a: ends',
        '      b: ends',
        '  main: ends',
        '',
        'wrote  my/one/swap.py',
        'next: npm run course -- exercise check one/swap',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
    expect(readFileSync(join(root, 'my/one/swap.py'), 'utf8')).toBe(
      readFileSync(join(root, folder, 'start.py'), 'utf8'),
    );
  });

  test('never writes over a program', async () => {
    const root = courseWithExercise();
    write(root, 'solution');
    const { code, err } = await exercise(root, 'start', 'one/swap', '--ts');
    expect(err).toBe(
      'my/one/swap.ts is there already\n  fix: go on with it: npm run course -- exercise check one/swap\n' +
        '       or begin again, which keeps a copy: npm run course -- exercise reset one/swap --ts\n',
    );
    expect(code).toBe(2);
    expect(readFileSync(join(root, 'my/one/swap.ts'), 'utf8')).toContain('Promise.all');
  });

  test('refuses an id that is none, with the nearest one', async () => {
    const { code, err } = await exercise(courseWithExercise(), 'start', 'one/swop');
    expect(err).toBe('no exercise "one/swop"\n  fix: did you mean "one/swap"? All: npm run course -- exercise list\n');
    expect(code).toBe(2);
  });
});

describe('check', () => {
  test('shows what was printed beside what is expected, the difference, and the known mistake', async () => {
    const root = courseWithExercise();
    write(root, 'wrong-forgets');
    const { code, out } = await exercise(root, 'check', 'one/swap');
    expect(out).toBe(
      [
        'TypeScript  my/one/swap.ts',
        '',
        '     printed      expected',
        '   1 a: starts    a: starts',
        '   2 b: starts    b: starts',
        '>  3 main: ends   ~ any order by latency: two waits; nothing says which is over first',
        '   4 a: ends          a: ends',
        '   5 b: ends          b: ends',
        '                  main: ends',
        '',
        'output lines 3 and 5 are swapped: the contract has "b: ends" (contract line 5) before "main: ends" (contract line 6)',
        '',
        'Nothing waits for the jobs, so main ends first.',
        '',
        'next: npm run course -- exercise hint one/swap',
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
  });

  test.each(['ts', 'py'])('says of the starter in %s what its exercise says', async (language) => {
    const root = courseWithExercise();
    write(root, 'start', language);
    const { out } = await exercise(root, 'check');
    expect(out).toContain('\nIt waits for a job before it starts the next one.\n');
  });

  test('a program that holds in a real run alone fails, with the order in which it does not', async () => {
    const root = courseWithExercise();
    const early = "setTimeout(() => console.log('main: ends'), 30);\n";
    const solution = readFileSync(join(root, folder, 'solution.ts'), 'utf8');
    write(
      root,
      solution.replace(
        "await Promise.all([job('a'), job('b')]);\nconsole.log('main: ends');",
        `void job('a');\nvoid job('b');\n${early}`,
      ),
    );
    const { code, out } = await exercise(root, 'check', 'one/swap');
    expect(out).toMatch(/\nIt holds in a real run, and not in every order\. The nearest one: [^.]+\.\n/);
    expect(out).toMatch(
      /\nsee it again: npm run course -- run my\/one\/swap\.ts --order snippets\/one\/exercises\/swap\/task\.order --schedule traced\.\S+\n/,
    );
    expect(code).toBe(1);
  });

  test('a program that holds is written down as solved, and says in which orders it was tried', async () => {
    const root = courseWithExercise();
    write(root, 'solution');
    const { code, out } = await exercise(root, 'check', 'one/swap');
    expect(out).toMatch(/\nholds\n {2}in a real run\n {2}in every order that was tried: cpu: 1 output, complete/);
    expect(out).toContain('\n1 of 1 solved in TypeScript\n');
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(root, 'my/progress.json'), 'utf8'))).toEqual({
      version: 1,
      done: { 'one/swap': ['ts'] },
    });
    expect((await exercise(root)).out).toContain('TypeScript solved');
  });

  test('a program that never ends is stopped', async () => {
    const root = courseWithExercise();
    write(root, "console.log('a: starts');\nfor (;;);\n");
    const { out } = await exercise(root, 'check', 'one/swap');
    expect(out).toMatch(/\nthe program had not ended after [\d.]+ s and was stopped\n/);
  });

  test('what is not started is named with the command that starts it', async () => {
    expect((await exercise(courseWithExercise(), 'check', 'one/swap', '--py')).err).toBe(
      'my/one/swap.py is not there yet\n  fix: npm run course -- exercise start one/swap --py\n',
    );
  });

  test('--json has the verdict, and nothing of the solution', async () => {
    const root = courseWithExercise();
    write(root, 'wrong-forgets');
    const { out } = await exercise(root, 'check', 'one/swap', '--json');
    expect(JSON.parse(out)).toMatchObject({
      id: 'one/swap',
      solved: false,
      programs: [
        { language: 'ts', program: 'my/one/swap.ts', verdict: 'fails', stage: 'run', mistake: { name: 'forgets' } },
      ],
    });
    expect(out).not.toContain('Promise.all');
  });
});

describe('hint', () => {
  test('gives one hint, and the command for the next one', async () => {
    const root = courseWithExercise();
    expect((await exercise(root, 'hint', 'one/swap')).out).toBe(
      'Hint 1 of 2\n\nWhere does the second call stand?\n\nnext: npm run course -- exercise hint one/swap 2\n',
    );
    expect((await exercise(root, 'hint', 'one/swap', '2')).out).toContain(
      '\nnext: npm run course -- exercise check one/swap\n',
    );
  });

  test('says how many there are', async () => {
    expect((await exercise(courseWithExercise(), 'hint', 'one/swap', '3')).err).toBe(
      'one/swap has no hint 3: it has 2\n  fix: npm run course -- exercise hint one/swap 2\n',
    );
  });
});

describe('reset', () => {
  const answering = (root: string, ...typed: readonly string[]) =>
    course(['exercise', 'reset', 'one/swap'], root, undefined, typed);

  test('asks, and keeps a copy each time', async () => {
    const root = courseWithExercise();
    for (const count of [1, 2]) {
      write(root, 'solution');
      const { code, out, err } = await answering(root, 'y');
      expect(err).toBe('Begin again with my/one/swap.ts? A copy of yours is kept. [y/N] ');
      expect(out).toContain(`kept   my/one/swap.kept-${count}.ts\nwrote  my/one/swap.ts\n`);
      expect(code).toBe(0);
    }
    expect(readFileSync(join(root, 'my/one/swap.kept-1.ts'), 'utf8')).toContain('Promise.all');
    expect(readFileSync(join(root, 'my/one/swap.ts'), 'utf8')).toContain("await job('a');");
  });

  test.each([[['n']], [[]]])('changes nothing where the answer is %j', async (typed) => {
    const root = courseWithExercise();
    write(root, 'solution');
    const { code, err } = await answering(root, ...typed);
    expect(err).toContain('my/one/swap.ts is as it was\n  fix: answer y, or add --yes\n');
    expect(code).toBe(2);
    expect(existsSync(join(root, 'my/one/swap.kept-1.ts'))).toBe(false);
  });
});

describe('solution', () => {
  test('is not shown before the program holds', async () => {
    const root = courseWithExercise();
    write(root, 'start');
    const { code, out, err } = await exercise(root, 'solution', 'one/swap');
    expect(out).toBe('');
    expect(err).toContain('one/swap is not solved yet: its solution is shown beside yours once yours holds\n');
    expect(code).toBe(2);
  });

  test('stands beside the reader’s own after that, as a diff', async () => {
    const root = courseWithExercise();
    write(root, readFileSync(join(root, folder, 'solution.py'), 'utf8').replace('0.02', '0.03'), 'py');
    await exercise(root, 'check', 'one/swap');
    const { out } = await exercise(root, 'solution');
    expect(out).toContain(`- my/one/swap.py\n+ ${folder}/solution.py\n`);
    const changes = out.split('\n').filter((line) => /^[+-] {5}/.test(line));
    expect(changes.toSorted()).toEqual(['+     await asyncio.sleep(0.02)', '-     await asyncio.sleep(0.03)']);
  });
});

describe('the record of what is solved', () => {
  const withProgress = (text: string): string => {
    const root = courseWithExercise();
    mkdirSync(join(root, 'my'));
    writeFileSync(join(root, 'my/progress.json'), text);
    return root;
  };

  test('of a newer version is left alone', async () => {
    expect((await exercise(withProgress('{"version":2,"solved":[]}'))).err).toBe(
      'my/progress.json  a newer version of the course has written this file\n  fix: bring the course up to date: git pull\n',
    );
  });

  test('that cannot be read is named', async () => {
    expect((await exercise(withProgress('{"vers'))).err).toBe(
      'my/progress.json  this is no record of solved exercises\n  fix: delete it; your programs stay, and each check adds to a new one\n',
    );
  });
});

test('watch starts the next exercise, checks it at each save, and ends when all are solved', async () => {
  const root = courseWithExercise();
  let printed = '';
  const keep = (text: string): void => void (printed += text);
  const terminal = { write: keep, warn: keep, colour: false, columns: 100 };
  const input = new SharedInput(() => Readable.from([]));
  const signal = new AbortController().signal;
  const running = main(['exercise', 'watch', '--ts'], { root, from: root, terminal, input, signal });
  await vi.waitFor(() => expect(printed).toContain('watching my/one/swap.ts: Ctrl-C ends it\n'), 20_000);
  expect(printed).toContain('\nIt waits for a job before it starts the next one.\n');
  write(root, 'wrong-forgets');
  await vi.waitFor(() => expect(printed).toContain('\nNothing waits for the jobs, so main ends first.\n'), 20_000);
  write(root, 'solution');
  expect(await running).toBe(0);
  expect(printed).toContain('1 of 1 solved in TypeScript: all of them\nnext: npm run course -- list\n');
});

test('an action that there is not is refused with the nearest one', async () => {
  expect((await exercise(courseWithExercise(), 'chek')).err).toBe(
    'unknown action "chek"\n  fix: did you mean "check"? There are: list, start, check, watch, hint, reset, solution\n',
  );
});
