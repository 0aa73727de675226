// What an object of the program does not have here is refused by name, at the access.
import { CourseError } from '../../../error.ts';
import type { Environment } from '../engine/environment.ts';

/** Ends the run. `name` as the program writes it: "console.table"; `instead`: what else to write, before the way out. */
export function refuseMember(environment: Environment, name: string, instead?: string): never {
  const real = 'run it on the real engine: leave --engine traced out';
  return environment.refuse(
    new CourseError({
      what: `${name} is not available in the traced engine`,
      where: environment.here(),
      fix: instead === undefined ? real : `${instead}, or ${real}`,
    }),
  );
}
