// `course setup`: makes .venv with what snippets/requirements.txt names. Nothing outside the course's folder is changed.
import type { Invocation } from './command.ts';
import { inWords } from './engines.ts';
import { setUpPython } from '../runtime/cpython/setup.ts';

export async function command({ root, json, terminal }: Invocation): Promise<number> {
  const say = (text: string): void => {
    if (!json) terminal.write(`${text}\n`);
  };
  const engine = await setUpPython(root, { say });
  if (json) terminal.write(`${JSON.stringify({ version: engine.version, packages: engine.packages })}\n`);
  else terminal.write(`${inWords(engine)} is ready\nnext: npm run course -- doctor\n`);
  return 0;
}
