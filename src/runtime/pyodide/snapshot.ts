// Starts Pyodide from a picture of its memory, which takes a quarter of the time. Without one, it starts as usual.
import { readFileSync, rmSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import type { PyodideAPI } from 'pyodide';
import { replaceCached } from '../process/replace-file.ts';

const settings = { env: { HOME: '/home/pyodide', PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' } };

// What every run needs, so that it is in the picture. Not `random`: every run would draw the same numbers.
const common = `import asyncio, atexit, contextlib, gc, io, json, logging, math, queue, sys, traceback, types, weakref
sys.modules.pop('random', None)`;

/** A started Pyodide. The picture in `file` is used if it is there, else made; one that does not fit is thrown away. */
export async function startPyodide(file: string): Promise<PyodideAPI> {
  const picture = read(file);
  if (picture === undefined) {
    const pyodide = await loadPyodide({ ...settings, _makeSnapshot: true });
    pyodide.runPython(common);
    replaceCached(file, pyodide.makeMemorySnapshot());
    return pyodide;
  }
  try {
    return await loadPyodide({ ...settings, _loadSnapshot: picture });
  } catch {
    rmSync(file, { force: true });
    return loadPyodide(settings);
  }
}

function read(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
