// What every Python program is made of: no program needs a lesson for it.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const keywords = words(`
False None True and as assert break case class continue def del elif else except finally for from global if import in is
lambda match nonlocal not or pass raise return try while with
`);

/** Functions, types and errors that are there without an import. */
export const basicNames = words(`
ArithmeticError AssertionError AttributeError BaseException Exception IndexError KeyError NameError OSError RuntimeError TypeError
ValueError ZeroDivisionError __file__ __name__ abs all any bool bytes callable dict divmod enumerate filter float format
frozenset getattr hasattr hash id input int isinstance issubclass len list map max min object open ord pow print range
repr reversed round self set setattr slice sorted str sum super tuple type zip
`);

/** Methods of text, lists, tables and sets. */
export const basicMethods = words(`
add append appendleft capitalize clear copy count difference discard endswith extend find format get index insert isdigit
items join keys lower lstrip pop popleft remove replace reverse rstrip setdefault sort split splitlines startswith strip
title union update upper values zfill
`);

/** Modules of data structures and arithmetic, and that of the interpreter, with which a program ends. */
export const basicModules = words('collections functools heapq itertools math operator random sys');
