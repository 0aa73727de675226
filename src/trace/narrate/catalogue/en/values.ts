// How shared variables stand, in English.
import type { ValueWords } from '../catalogue.ts';

export const values: ValueWords = {
  hasRead: (strand, value) => `${strand} has read ${value}`,
  isLost: (strand, value) => `the ${value} that ${strand} wrote is lost`,
};
