// A toy engine of outside waits: any of those that are pending may end next, and what it does then may start others.
import type { Recorder } from '../../../src/explore/recorder.ts';

export interface Wait {
  readonly name: string;
  /** The waits that its end starts. */
  readonly then?: readonly Wait[];
}

/** The outcome is the names in the order in which the waits ended. */
export function waitsProgram(first: readonly Wait[]): (recorder: Recorder) => string {
  return (recorder) => {
    const ended: string[] = [];
    for (let pending = first; pending.length > 0;) {
      const ways = pending.map(({ name }) => ({ id: name }));
      const next = ways.length > 1 ? recorder.choose({ cause: 'latency', options: ways.length, ways }) : 0;
      const { name, then = [] } = pending[next] ?? { name: '' };
      ended.push(name);
      recorder.ran({ strands: [name], writes: ['output'] });
      pending = [...pending.slice(0, next), ...pending.slice(next + 1), ...then];
    }
    return ended.join(' ');
  };
}

export function waits(count: number): readonly Wait[] {
  return Array.from({ length: count }, (_, index) => ({ name: `${index}` }));
}
