// What may make a program's order another one from run to run. A light file: what lists the causes loads no engine.

/** The causes that a virtual clock can show; `none` is the plain virtual run. */
export const virtualCauses = ['none', 'cpu', 'latency', 'ties'] as const;
export type VirtualCause = (typeof virtualCauses)[number];

/** All that there is to explore: the causes of the virtual clocks, and real runs of what only the machine's scheduler orders. */
export const provenCauses = [...virtualCauses, 'threads'] as const;
export type ProofCause = (typeof provenCauses)[number];
