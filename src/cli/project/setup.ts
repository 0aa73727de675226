// `course setup`: makes .venv with what snippets/requirements.txt names. Nothing outside the course's folder is changed.
import { setUpPython } from '../../runtime/setup-python.ts';
import type { Invocation } from '../shell/command.ts';
import { inWords } from './engines.ts';
import { exitCodeOf, report } from '../shell/report.ts';

export async function command({ root, json, terminal, signal }: Invocation): Promise<number> {
  const say = (text: string): void => {
    if (!json) terminal.write(`${text}\n`);
  };
  const { engine, lacking } = await setUpPython(root, { say, signal });
  const missing = lacking ? [lacking] : [];
  const { name, version, packages } = engine;
  if (json)
    terminal.write(`${JSON.stringify({ engine: { name, version, packages }, lacking: missing }, undefined, 2)}\n`);
  else {
    terminal.write(`the Python programs run on ${inWords(engine)}\n`);
    report(missing, terminal);
    terminal.write('next: npm run course -- doctor\n');
  }
  return exitCodeOf(missing);
}
