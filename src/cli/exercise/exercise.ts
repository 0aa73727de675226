// `course exercise`: exercises that check themselves. Each action is a file of this folder.
import { readCourse } from '../../course/course.ts';
import type { Invocation } from '../shell/command.ts';
import { oneOf } from '../shell/one-of.ts';
import type { Call } from './call.ts';
import { Workbook } from './workbook.ts';

const actions = {
  list: () => import('./list.ts'),
  start: () => import('./start.ts'),
  check: () => import('./check.ts'),
  watch: () => import('./watch.ts'),
  hint: () => import('./hint.ts'),
  reset: () => import('./reset.ts'),
  solution: () => import('./solution.ts'),
} as const satisfies Record<string, () => Promise<{ action: (call: Call) => Promise<number> | number }>>;

const actionNames = Object.keys(actions) as (keyof typeof actions)[];

export async function command(invocation: Invocation): Promise<number> {
  const { root, args } = invocation;
  const name = oneOf(actionNames, 'action', args[0]) ?? 'list';
  const { action } = await actions[name]();
  return action({ invocation, course: readCourse(root), book: new Workbook(root), word: args[1] });
}
