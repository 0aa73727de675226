// A contract as the page shows it: its text line by line, each mark with the sentence that says what it allows.
import type { Contract } from '../../order/index.ts';
import { explainContract } from '../../order/index.ts';

export interface ContractView {
  readonly path: string;
  /** What is said of the whole contract. */
  readonly opening: readonly string[];
  readonly rows: readonly { readonly text: string; readonly says: readonly string[] }[];
}

export function contractView(contract: Contract, { path, text }: { path: string; text: string }): ContractView {
  const explanations = explainContract(contract);
  const about = (line: number | undefined) =>
    explanations.filter(({ contractLine }) => contractLine === line).map((one) => one.text);
  const rows = text
    .trimEnd()
    .split('\n')
    .map((row, index) => ({ text: row, says: about(index + 1) }));
  return { path, opening: about(undefined), rows };
}
