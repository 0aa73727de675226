// The views that the workbench has of a program. Pure: the page, its script and the addresses share them.

export const modes = ['predict', 'output', 'steps', 'orders', 'contract'] as const;
export type Mode = (typeof modes)[number];

export const modeTitles: Record<Mode, string> = {
  predict: 'Predict',
  output: 'Output',
  steps: 'Steps',
  orders: 'Orders',
  contract: 'Contract',
};

/** Of a pair, which program is shown; `any` is the one that stands for both where the other one cannot be shown. */
export type Half = 'broken' | 'fixed' | 'any';

export function isMode(text: string | undefined): text is Mode {
  return modes.some((mode) => mode === text);
}
