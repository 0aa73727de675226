// Starts Pyodide from a picture of its memory: a fraction of a second instead of several. Without one, it starts as usual.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import type { PyodideAPI } from 'pyodide';
import { writeWhole } from '../write.ts';

const settings = { env: { HOME: '/home/pyodide', PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' } };

// What every run needs, so that it is in the picture.
const common = 'import asyncio, atexit, contextlib, io, json, math, random, re, traceback, types, weakref';

/** A started Pyodide; `file` is used if it is there, and written if it is not. A picture that does not fit is thrown away. */
export async function startPyodide(file: string | undefined): Promise<PyodideAPI> {
  if (file === undefined) return loadPyodide(settings);
  if (existsSync(file)) {
    try {
      return await loadPyodide({ ...settings, _loadSnapshot: readFileSync(file) });
    } catch {
      rmSync(file, { force: true });
      return loadPyodide(settings);
    }
  }
  const pyodide = await loadPyodide({ ...settings, _makeSnapshot: true });
  pyodide.runPython(common);
  writeWhole(file, pyodide.makeMemorySnapshot());
  return pyodide;
}
