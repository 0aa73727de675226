// Where the observer's records go: a file to which every process and worker of the program appends.
import { isMainThread, threadId, threadName, workerData } from 'node:worker_threads';
import { isFirst, RecordFile, threadKey } from '../shared/records.ts';
import type { Strand } from './strands.ts';

/** What Node calls a worker that was given no name. */
const unnamed = 'WorkerThread';

/** Writes the records of this process or worker. */
export class Records {
  readonly #isProgram: boolean;
  readonly #file: RecordFile;
  readonly #thread = threadKey(threadId);
  readonly #created = new Set<Strand>();

  constructor(path: string) {
    this.#isProgram = isFirst(path);
    this.#file = new RecordFile(path);
  }

  print(strand: Strand, text: string): void {
    if (!this.#created.has(strand)) {
      this.#created.add(strand);
      this.#create(strand);
    }
    this.#file.write({ e: 'print', p: this.#thread, t: strand.id, text });
  }

  /** The main strand of the program itself needs no record; that of a worker or of another process is a strand among others. */
  #create(strand: Strand): void {
    if (strand.id === 0 && this.#isProgram) return;
    const { kind, name, label } = strand.id === 0 ? outside() : strand;
    this.#file.write({ e: 'create', p: this.#thread, t: strand.id, kind, name, label });
  }
}

function outside(): Pick<Strand, 'kind' | 'name' | 'label'> {
  if (isMainThread) return { kind: 'process', name: 'process', label: undefined };
  const data: unknown = workerData;
  const label = typeof data === 'string' || typeof data === 'number' ? String(data).slice(0, 16) : undefined;
  return { kind: 'worker', name: threadName === null || threadName === unnamed ? 'worker' : threadName, label };
}
