// Reads a command line that is right, with Node's own parser and nothing else loaded. Whatever is not plainly right is
// left to commander, which explains it.
import { parseArgs } from 'node:util';
import type { CommandSpec, Options } from './command.ts';

export interface Line {
  readonly spec: CommandSpec;
  readonly args: readonly string[];
  readonly options: Options;
}

const everywhere = { json: { type: 'boolean' }, debug: { type: 'boolean' } } as const;

/** undefined for help, an unknown command or option, a missing or surplus word, and commands that pass options on. */
export function readLine(commands: readonly CommandSpec[], argv: readonly string[]): Line | undefined {
  const spec = commands.find(({ name }) => name === argv[0]);
  if (!spec || spec.passes) return undefined;
  const own = (spec.options ?? []).map(([flags]) => optionOf(flags));
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(1),
      options: { ...everywhere, ...Object.fromEntries(own) },
      allowPositionals: true,
    });
    if (!fits(spec.args ?? '', positionals.length)) return undefined;
    const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [camelCase(name), value]));
    return { spec, args: positionals, options };
  } catch {
    return undefined;
  }
}

/** `--engine <name>` takes a text, `--watch` none. */
function optionOf(flags: string): [string, { type: 'string' | 'boolean' }] {
  const name = /--([\w-]+)/.exec(flags)?.[1] ?? flags;
  return [name, { type: flags.includes('<') ? 'string' : 'boolean' }];
}

/** `<kind> <id>` wants two words, `[id]` one or none. */
function fits(args: string, count: number): boolean {
  const words = args.split(' ').filter((word) => word !== '');
  const needed = words.filter((word) => word.startsWith('<')).length;
  return needed <= count && (count <= words.length || args.includes('...'));
}

/** Options are known by the names that commander gives them. */
function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
