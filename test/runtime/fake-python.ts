// Stand-ins for Pythons of every kind: small shell scripts that answer the one question that a candidate is asked.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Candidate } from '../../src/runtime/cpython/candidates.ts';

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'interleave-test-'));
}

export function script(folder: string, name: string, body: string): Candidate {
  const command = join(folder, name);
  writeFileSync(command, `#!/bin/sh\n${body}\n`);
  chmodSync(command, 0o755);
  return { name, command, args: [] };
}

export interface Fake {
  readonly version?: string;
  readonly implementation?: string;
  readonly gevent?: string;
  readonly ray?: string;
  readonly executable?: string;
  readonly path?: readonly string[];
}

export function fakePython(folder: string, name: string, fake: Fake = {}): Candidate {
  const answer = {
    executable: join(folder, name),
    version: '3.11.2',
    implementation: 'CPython',
    gevent: null,
    ray: null,
    path: [],
    ...fake,
  };
  return script(folder, name, `echo '${JSON.stringify(answer)}'`);
}
