// Programs that Node reads otherwise than TypeScript does, and the parser here as TypeScript: what is left of them differs.

export const odd: readonly (readonly [program: string, why: string])[] = [
  ['class A { static declare x }', 'Node wants declare first'],
  ['class A { declare declare: 1; public static declare!: number; protected declare?(): void; }', 'Node finds no name'],
  [
    'class A { declare accessor: 1; public static accessor!: number; protected accessor?(): void; }',
    'Node finds no name',
  ],
  ['let as; type as = 1; export { as as a, type as as b };', 'Node leaves a name that is a type'],
  ['flag ? a ? (b = 1) : c => 0 : (d = 1) : e => 0', 'Node finds no end of the inner choice'],
  ['declare\nlet x', 'to Node the line end is none'],
  ['namespace\nA {}', 'to Node the line end is none'],
  ['class A { get x<T>() { return 1 } }', 'TypeScript checks it later'],
  ['class A { accessor x?: 1 }', 'what Node leaves is no JavaScript'],
  ['class A { declare get x() { return 1 } }', 'what Node leaves is no JavaScript'],
  ['let o = { readonly x: 1 }', 'what Node leaves is no JavaScript'],
];
