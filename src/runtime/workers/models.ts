// Under which models threads take turns here.
import { CourseError } from '../../error.ts';
import type { Model } from '../models.ts';

/**
 * `any`: another thread may go on before each step that others can see, since Workers run at the same time. `usual`: only where the
 * running one cannot go on. True where something is chosen. Throws a CourseError (`misuse`) for a model of another engine.
 */
export function asksUnder(model: Model): boolean {
  if (model === 'any' || model === 'usual') return model === 'any';
  const what = `the traced engine has no schedules of the model "${model}" for threads`;
  throw new CourseError({ what, fix: 'take one of: usual, any', kind: 'misuse' });
}
