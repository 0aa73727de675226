// Where a Python may be found, the most wanted first. Being named here says nothing: each is run before it is believed.
import { join } from 'node:path';

/** A command that may start a Python. `name` is how people know it. */
export interface Candidate {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** The course's own environment, then the machine's Pythons. */
export function defaultCandidates(root: string, platform: NodeJS.Platform = process.platform): readonly Candidate[] {
  const windows = platform === 'win32';
  const own = pythonOf('.venv', platform);
  const named = (name: string): Candidate => ({ name, command: name, args: [] });
  return [
    { name: own.replaceAll('\\', '/'), command: join(root, own), args: [] },
    ...['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11'].map(named),
    ...(windows ? [{ name: 'py -3', command: 'py', args: ['-3'] }, named('python')] : [named('/usr/bin/python3')]),
  ];
}

/** The program of a virtual environment in this folder. */
export function pythonOf(folder: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
