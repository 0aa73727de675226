// `node pyodide-host.ts PICTURE FILE`: the Python side of threads that take turns in Pyodide, where a thread is a stack that is
// switched. Answers a line with lines, as turns.py does on CPython.
import { createInterface } from 'node:readline';
import { dirname, join } from 'node:path';
import { startPyodide } from '../pyodide/snapshot.ts';

const [picture = '', file = ''] = process.argv.slice(2);
const own = '/interleave';
const pyodide = await startPyodide(picture);
for (const [inside, outside] of [
  [own, join(import.meta.dirname, '..', 'inside', 'python')],
  ['/program', dirname(file)],
] as const) {
  pyodide.runPython(`import os; os.makedirs(${JSON.stringify(inside)}, exist_ok=True)`);
  pyodide.mountNodeFS(inside, outside);
}
let asked = '';
pyodide.registerJsModule('_interleave_host', {
  asked: () => asked,
  write: (line: string) => process.stdout.write(line),
});
await pyodide.runPythonAsync(`import sys
sys.path.insert(0, "${own}")
from _interleave.turns.page import Page
del sys.path[0]
from _interleave_host import asked, write
page = Page(${JSON.stringify(file.replace(dirname(file), '/program'))}, write)`);
for await (const line of createInterface({ input: process.stdin })) {
  asked = line;
  await pyodide.runPythonAsync('page.answer(asked())');
}
