// Where the observer's records go: a file to which every process and worker of the program appends, one JSON object a line.
import fs from 'node:fs';
import { isMainThread, threadId, threadName, workerData } from 'node:worker_threads';
import type { Strand } from './strands.ts';

const { writeSync } = fs;

/** What Node calls a worker that was given no name. */
const unnamed = 'WorkerThread';

/** Writes the records of this process or worker. */
export class Records {
  readonly #file: number;
  readonly #isProgram: boolean;
  readonly #process = isMainThread ? String(process.pid) : `${process.pid}.${threadId}`;
  readonly #created = new Set<Strand>();

  constructor(path: string) {
    const first = create(path);
    this.#isProgram = first !== undefined;
    this.#file = first ?? fs.openSync(path, 'a');
  }

  print(strand: Strand, text: string): void {
    if (!this.#created.has(strand)) {
      this.#created.add(strand);
      this.#create(strand);
    }
    this.#write({ e: 'print', p: this.#process, t: strand.id, text });
  }

  /** The main strand of the program itself needs no record; that of a worker or of another process is a strand among others. */
  #create(strand: Strand): void {
    if (strand.id === 0 && this.#isProgram) return;
    const { kind, name, label } = strand.id === 0 ? outside() : strand;
    this.#write({ e: 'create', p: this.#process, t: strand.id, kind, name, label });
  }

  #write(record: object): void {
    writeSync(this.#file, `${JSON.stringify(record)}\n`);
  }
}

function outside(): Pick<Strand, 'kind' | 'name' | 'label'> {
  if (isMainThread) return { kind: 'process', name: 'process', label: undefined };
  const data: unknown = workerData;
  const label = typeof data === 'string' || typeof data === 'number' ? String(data).slice(0, 16) : undefined;
  return { kind: 'worker', name: threadName === null || threadName === unnamed ? 'worker' : threadName, label };
}

/** Only the first to come, which is the program itself, can create the file. */
function create(path: string): number | undefined {
  try {
    return fs.openSync(path, 'ax', 0o600);
  } catch {
    return undefined;
  }
}
