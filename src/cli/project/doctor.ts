// `course doctor`: what this machine has and lacks. For each lacking thing: what it is for, and the command that gets it.
import { $ } from 'zx/core';
import { attempt, CourseError, exitCodes } from '../../error.ts';
import { findBrowser, noBrowser } from './browser.ts';
import type { Invocation } from '../shell/command.ts';
import { inWords, realEngine } from './engines.ts';
import { padded, styled } from '../shell/terminal.ts';

interface Finding {
  readonly name: string;
  /** Without it something of the course itself cannot be run. */
  readonly needed: boolean;
  /** What it is for. */
  readonly use: string;
  /** Version or path, where it is there. */
  readonly found?: string;
  readonly what?: string;
  readonly fix?: string;
}

export async function command({ root, json, terminal }: Invocation): Promise<number> {
  const findings = [await node(root), await python(root), await gevent(root), await git(), browser()];
  const lacking = findings.filter(({ needed, found }) => needed && found === undefined);
  if (json) terminal.write(`${JSON.stringify({ findings }, undefined, 2)}\n`);
  else {
    for (const { name, needed, use, found, what, fix } of findings) {
      const word = found
        ? styled(terminal, 'green', 'there  ')
        : styled(terminal, needed ? 'red' : 'yellow', 'lacking');
      terminal.write(`${word}  ${padded(name, 8)} ${found ?? what ?? ''} – ${use}\n`);
      if (found === undefined) terminal.write(`  fix: ${fix}\n`);
    }
    const next = lacking[0]?.fix ?? 'npm start';
    const count = lacking.length === 0 ? 'nothing needed is lacking' : `lacking: ${lacking.length} needed`;
    const optional = findings.filter(({ needed, found }) => !needed && found === undefined).length;
    terminal.write(
      `\n${count}${optional === 0 ? '' : `${lacking.length === 0 ? '; lacking: ' : ', '}${optional} optional`}\nnext: ${next}\n`,
    );
  }
  return lacking.length === 0 ? 0 : exitCodes.missing;
}

async function node(root: string): Promise<Finding> {
  const use = 'runs the TypeScript programs, the site and these commands';
  return { name: 'Node', needed: true, use, ...found(await realEngine(root, 'ts', [])) };
}

async function python(root: string): Promise<Finding> {
  const use = 'runs the Python programs; the site does not need it';
  return { name: 'Python', needed: true, use, ...found(await realEngine(root, 'py', [])) };
}

async function gevent(root: string): Promise<Finding> {
  const use = 'runs the programs that need greenlets';
  const engine = await realEngine(root, 'py', ['gevent']);
  if (engine instanceof CourseError) return { name: 'gevent', needed: true, use, ...found(engine) };
  const version = `gevent ${engine.packages['gevent']} in CPython ${engine.version}`;
  return { name: 'gevent', needed: true, use, found: version };
}

function found(engine: Awaited<ReturnType<typeof realEngine>>): Pick<Finding, 'found' | 'what' | 'fix'> {
  return engine instanceof CourseError ? { what: engine.what, fix: engine.fix } : { found: inWords(engine, []) };
}

async function git(): Promise<Finding> {
  const use = 'gives each page the date of its last change';
  const { exitCode, stdout } = await $({ nothrow: true, quiet: true })`git --version`;
  if (exitCode === 0) return { name: 'git', needed: false, use, found: stdout.trim().replace('git version ', '') };
  return {
    name: 'git',
    needed: false,
    use,
    what: 'no git found',
    fix: 'install it from https://git-scm.com/downloads',
  };
}

function browser(): Finding {
  const use = 'drives the browser tests';
  const search = attempt(() => findBrowser());
  if ('value' in search && search.value !== undefined)
    return { name: 'browser', needed: false, use, found: search.value };
  const { what, fix } = 'error' in search ? search.error : noBrowser();
  return { name: 'browser', needed: false, use, what, fix };
}
