// The two languages of the course and what a program may ask of its engine. Every folder may import this.

export const languages = ['ts', 'py'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = { ts: 'TypeScript', py: 'Python' };

/** The language of the other twin. */
export const otherLanguage = { ts: 'py', py: 'ts' } as const satisfies Record<Language, Language>;

/** What a program may say that it needs, in its first comment: `needs: gevent, threads`. */
export const needs = ['threads', 'processes', 'gevent', 'ray'] as const;
export type Need = (typeof needs)[number];
