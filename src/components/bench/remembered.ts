// Which view of a program was open last, kept in this browser under the path of its page.
import { isMode } from './modes.ts';
import type { Mode } from './modes.ts';

const key = (id: string) => `interleave:view:${location.pathname}:${id}`;

export function rememberMode(id: string, mode: Mode): void {
  try {
    localStorage.setItem(key(id), mode);
  } catch {
    // storage is full or forbidden: nothing is remembered
  }
}

export function rememberedMode(id: string): Mode | undefined {
  try {
    const stored = localStorage.getItem(key(id)) ?? undefined;
    return isMode(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}
