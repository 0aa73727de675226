// A program erased here and by Node: what is left of it, or what is said where it is refused.
import { stripTypeScriptTypes } from 'node:module';
import { CourseError } from '../../../../src/error.ts';
import { erase } from '../../../../src/runtime/traced/compile/erase.ts';

interface Erased {
  /** undefined where it is refused. */
  readonly text?: string;
  readonly refused?: string;
  /** It is TypeScript, but cannot be erased. */
  readonly isUnsupported?: boolean;
}

export function erased(text: string): Erased {
  try {
    return { text: erase({ file: 'program.ts', text }) };
  } catch (error) {
    if (error instanceof CourseError) return { refused: error.what };
    if (error instanceof SyntaxError) return { refused: error.message };
    throw error;
  }
}

export function erasedByNode(text: string): Erased {
  try {
    return { text: stripTypeScriptTypes(text) };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return { refused: error.message, isUnsupported: error.code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX' };
  }
}

/** Whether the same is left; or both refuse it, and what cannot be erased with the same words. */
export function sameAsNode(text: string): boolean {
  const [ours, node] = [erased(text), erasedByNode(text)];
  if (ours.text !== undefined || node.text !== undefined) return ours.text === node.text;
  return node.isUnsupported !== true || ours.refused === `Node refuses it: ${node.refused}`;
}
