// The one door to the words: the catalogue of the language in which the interface speaks.
export * from './en.ts';
