// Words that TypeScript gives a meaning in some place, as names: one program each.
const words = [
  ...['any', 'string', 'number', 'symbol', 'object', 'never', 'unknown', 'bigint', 'boolean', 'intrinsic'],
  ...['type', 'declare', 'abstract', 'namespace', 'module', 'global', 'readonly', 'override', 'accessor', 'asserts'],
  ...['as', 'satisfies', 'is', 'keyof', 'infer', 'unique', 'out', 'require', 'from', 'of', 'get', 'set', 'async'],
  ...['assert', 'defer', 'source', 'meta', 'target', 'using', 'constructor', 'undefined'],
];

/** Each of the words wherever a name can stand. */
export const names = words.flatMap((word) => [
  `let ${word} = 1; ${word} = 2; ${word}; ${word}.x; ${word}[0]; ${word}(1); ${word}\`a\`;`,
  `var f = ${word} => ${word};`,
  `var f = async ${word} => ${word};`,
  `var f = async (${word}: T, b?: U): Promise<${word}> => ${word};`,
  `function ${word}(${word}?: ${word}): ${word} { return ${word} as ${word}; }`,
  `var f = flag ? (${word}) : b => c;`,
  `var f = flag ? ${word} : (b): c => d;`,
  `var o = { ${word}, ${word}: 1, ${word}() {}, async ${word}<T>() {}, get ${word}(): T { return 1 } };`,
  `class A { ${word}; static ${word} = 1; private readonly ${word}x?: ${word}; }`,
  `class A { ${word}() {} static ${word}(): void {} async ${word}<T>() {} get ${word}() { return 1 } }`,
  `class A { declare ${word}: 1; public static ${word}!: number; protected ${word}?(): void; }`,
  `abstract class A { abstract ${word}: 1; abstract ${word}(): void; override ${word} = 1; }`,
  `import { ${word} } from 'm'; import { ${word} as a, a as ${word}b } from 'm';`,
  `import { type ${word} } from 'm'; import { type ${word} as b, c } from 'm';`,
  `let ${word}: ${word}; export { ${word} };`,
  `let ${word}; type ${word} = 1; export { ${word} as a, type ${word} as b };`,
  `type A = { ${word}: ${word}; ${word}?(): ${word}; readonly ${word}: [${word}: 1, ${word}?: 2] };`,
  `let ${word} = x! as ${word} satisfies ${word};`,
  `${word}: for (;;) break ${word};`,
  `class ${word} {}`,
  `interface ${word} {}`,
  `type ${word} = 1;`,
  `enum ${word} { ${word} }`,
]);
