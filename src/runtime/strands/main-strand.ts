// The strand of the main program: every run has it. Apart, so that a plain run loads no schema.
import type { Strand } from '../../trace/recording.ts';

export const mainStrand: Strand = { id: 0, kind: 'main', name: 'main' };
