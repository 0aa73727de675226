// Every check of the course, in the order in which their faults are worth reading.
import type { Check } from './check.ts';
import { code } from './lessons/code.ts';
import { content } from './lessons/content.ts';
import { contracts } from './programs/contracts.ts';
import { exercises } from './exercises/exercises.ts';
import { solvable } from './exercises/solvable.ts';
import { introduces } from './lessons/introduces.ts';
import { links } from './lessons/links.ts';
import { needs } from './lessons/needs.ts';
import { once } from './lessons/once.ts';
import { pairs } from './programs/pairs.ts';
import { programs } from './programs/programs.ts';
import { proof } from './proof/proof.ts';
import { proven } from './lessons/proven.ts';
import { failingSchedules } from './proof/pairs.ts';
import { recordings } from './recorded/recordings.ts';
import { runs } from './recorded/runs.ts';
import { shape } from './lessons/shape.ts';
import { template } from './lessons/template.ts';
import { traces } from './recorded/traces.ts';

/** The checks that only read. */
export const staticChecks: readonly Check[] = [
  content,
  links,
  needs,
  introduces,
  shape,
  template,
  code,
  once,
  programs,
  contracts,
  proven,
  exercises,
  recordings,
  pairs,
  traces,
];

/** All of them; the last ones run programs, as a reader does and on virtual time. */
export const checks: readonly Check[] = [...staticChecks, runs, proof, failingSchedules, solvable];
