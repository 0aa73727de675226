// A toy engine of threads: strands are lists of operations on shared variables and locks, and one of them goes on at a time.
// Before each operation the engine asks who goes on, as CHESS does.
import type { Way } from '../../../src/explore/decision.ts';
import type { Recorder } from '../../../src/explore/recorder.ts';

/** `add` is `n += 1`: a read and a write, with a place to switch between them. */
export type Operation =
  | { readonly kind: 'add' | 'double'; readonly name: string }
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'show'; readonly name: string }
  | { readonly kind: 'acquire' | 'release'; readonly lock: string };

type Atom =
  | { readonly kind: 'read' | 'show'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly from: (read: number) => number }
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'acquire' | 'release'; readonly lock: string };

interface Strand {
  readonly id: string;
  readonly atoms: readonly Atom[];
  next: number;
  register: number;
}

function atomsOf(operation: Operation): readonly Atom[] {
  switch (operation.kind) {
    case 'add':
      return update(operation.name, (read) => read + 1);
    case 'double':
      return update(operation.name, (read) => read * 2);
    default:
      return [operation];
  }
}

function update(name: string, from: (read: number) => number): readonly Atom[] {
  return [
    { kind: 'read', name },
    { kind: 'write', name, from },
  ];
}

/** A program of strands, whose variables begin as `start`; its outcome is what it printed, its variables, and who waits for which lock at the end. */
export function strandsProgram(lists: readonly (readonly Operation[])[], start = 1): (recorder: Recorder) => string {
  return (recorder) => new Machine(lists, start).run(recorder);
}

class Machine {
  readonly #strands: readonly Strand[];
  readonly #start: number;
  readonly #variables = new Map<string, number>();
  readonly #holders = new Map<string, Strand>();
  readonly #printed: string[] = [];
  /** What ran since the last decision. */
  #ran = { strands: new Set<string>(), reads: new Set<string>(), writes: new Set<string>() };

  constructor(lists: readonly (readonly Operation[])[], start: number) {
    this.#start = start;
    this.#strands = lists.map((list, index) => ({
      id: 'ABCDEF'.charAt(index),
      atoms: list.flatMap(atomsOf),
      next: 0,
      register: 0,
    }));
  }

  run(recorder: Recorder): string {
    let current = this.#strands[0];
    for (;;) {
      const ready = this.#strands.filter((strand) => this.#canGoOn(strand));
      const [first, second] = ready;
      if (!first) break;
      const goesOn = current !== undefined && ready.includes(current);
      const ways = goesOn ? [current, ...ready.filter((strand) => strand !== current)] : ready;
      current = second ? ways[this.#ask(recorder, ways, goesOn)] : first;
      if (current) this.#execute(current);
    }
    this.#report(recorder);
    return this.#outcome();
  }

  #ask(recorder: Recorder, strands: readonly (Strand | undefined)[], goesOn: boolean): number {
    this.#report(recorder);
    const ways = strands.map((strand): Way => ({ id: strand?.id ?? '', line: (strand?.next ?? 0) + 1 }));
    return recorder.choose({ cause: 'threads', options: ways.length, cost: goesOn ? 1 : 0, ways });
  }

  #report(recorder: Recorder): void {
    const { strands, reads, writes } = this.#ran;
    recorder.ran({ strands: [...strands], reads: [...reads], writes: [...writes] });
    this.#ran = { strands: new Set(), reads: new Set(), writes: new Set() };
  }

  #canGoOn({ atoms, next }: Strand): boolean {
    const atom = atoms[next];
    return atom !== undefined && (atom.kind !== 'acquire' || !this.#holders.has(atom.lock));
  }

  #execute(strand: Strand): void {
    const atom = strand.atoms[strand.next++];
    if (!atom) return;
    this.#ran.strands.add(strand.id);
    switch (atom.kind) {
      case 'read':
        this.#ran.reads.add(atom.name);
        strand.register = this.#variables.get(atom.name) ?? this.#start;
        break;
      case 'show':
        this.#ran.reads.add(atom.name);
        this.#print(`${atom.name}=${this.#variables.get(atom.name) ?? this.#start}`);
        break;
      case 'write':
        this.#ran.writes.add(atom.name);
        this.#variables.set(atom.name, atom.from(strand.register));
        break;
      case 'print':
        this.#print(atom.text);
        break;
      case 'acquire':
        this.#ran.writes.add(atom.lock);
        this.#holders.set(atom.lock, strand);
        break;
      case 'release':
        this.#ran.writes.add(atom.lock);
        if (this.#holders.get(atom.lock) === strand) this.#holders.delete(atom.lock);
        break;
    }
  }

  #print(text: string): void {
    this.#ran.writes.add('output');
    this.#printed.push(text);
  }

  #outcome(): string {
    const variables = [...this.#variables].sort().map(([name, value]) => `${name}=${value}`);
    const stuck = this.#strands.flatMap(({ id, atoms, next }) => {
      const atom = atoms[next];
      return atom?.kind === 'acquire' ? [`${id} waits for ${atom.lock}`] : [];
    });
    return [...this.#printed, ...variables, ...stuck].join(' ');
  }
}
