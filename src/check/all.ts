// Every check of the course, in the order in which their faults are worth reading.
import type { Check } from './check.ts';
import { code } from './code.ts';
import { content } from './content.ts';
import { contracts } from './contracts.ts';
import { links } from './links.ts';
import { needs } from './needs.ts';
import { pairs } from './pairs.ts';
import { programs } from './programs.ts';
import { proof } from './proof.ts';
import { proven } from './proven.ts';
import { reached } from './reached.ts';
import { recordings } from './recordings.ts';
import { runs } from './runs.ts';
import { shape } from './shape.ts';
import { shown } from './shown.ts';
import { traces } from './traces.ts';

/** The checks that only read. */
export const staticChecks: readonly Check[] = [
  content,
  links,
  needs,
  shape,
  code,
  shown,
  programs,
  contracts,
  proven,
  recordings,
  pairs,
  traces,
];

/** All of them; the last ones run programs, as a reader does and on virtual time. */
export const checks: readonly Check[] = [...staticChecks, runs, proof, reached];
