// The lane of the main program: every run has it. Apart, so that a plain run loads no schema.
import type { Lane } from '../../trace/recording.ts';

export const mainLane: Lane = { id: 0, kind: 'main', name: 'main' };
