// A line that the program printed, as a run hands it on.
import type { Stream } from '../../../trace/recording.ts';

/** One line of output: when, on which stream and by which strand. */
export interface OutputLine {
  /** Virtual ms. */
  readonly at: number;
  readonly stream: Stream;
  readonly text: string;
  readonly strand: number;
}
