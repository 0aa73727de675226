// How stack traces are written: the lines of the program, with the columns of its source.
import { placeOf } from '../program.ts';
import type { Program } from '../program.ts';

/** One call of a stack trace, where the host gives it in parts. */
interface CallSite {
  getScriptNameOrSourceURL(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  getFunctionName(): string | null;
}

export function programStack(current: () => Program): (error: Error, sites: readonly CallSite[]) => string {
  return (error, sites) => {
    const program = current();
    const own = sites.filter((site) => site.getScriptNameOrSourceURL() === program.url);
    const lines = own.map((site) => {
      const at = site.getLineNumber() ?? 0;
      const { module, line } = placeOf(program, at);
      const place = `${module?.url ?? program.url}:${line}:${program.columnOf(at, site.getColumnNumber() ?? 0)}`;
      const name = site.getFunctionName();
      return name && name !== 'eval' ? `    at ${name} (${place})` : `    at ${place}`;
    });
    return [headOf(error), ...lines].join('\n');
  };
}

function headOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}
