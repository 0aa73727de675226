// The code of a Python program without its comments and texts: each is blanked, so that every line stays where it was.
// What stands between the braces of an f-string is code.

const opening = /(?<![A-Za-z0-9_])([A-Za-z]{0,2})("""|'''|"|')/y;

/** The program with spaces in place of comments and texts. */
export function codeOfPython(text: string): string {
  let code = '';
  let at = 0;
  while (at < text.length) {
    const start = stringAt(text, at);
    if (start) {
      const { code: inside, end } = readString(text, at + start.prefix.length, start);
      code += blank(start.prefix) + inside;
      at = end;
    } else if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      code += blank(text.slice(at, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end;
    } else {
      code += text[at] ?? '';
      at += 1;
    }
  }
  return code;
}

interface Opening {
  readonly prefix: string;
  readonly quote: string;
}

function stringAt(text: string, at: number): Opening | undefined {
  opening.lastIndex = at;
  const [, prefix = '', quote] = opening.exec(text) ?? [];
  return quote === undefined ? undefined : { prefix, quote };
}

function readString(text: string, start: number, { prefix, quote }: Opening): { code: string; end: number } {
  const formatted = /f/i.test(prefix);
  const raw = /r/i.test(prefix);
  let code = blank(quote);
  let at = start + quote.length;
  while (at < text.length && !text.startsWith(quote, at)) {
    const two = text.slice(at, at + 2);
    if ((!raw && two.startsWith('\\')) || (formatted && (two === '{{' || two === '}}'))) {
      code += blank(two);
      at += 2;
    } else if (formatted && two.startsWith('{')) {
      const end = closingBrace(text, at);
      code += ` ${codeOfPython(withoutFormat(text.slice(at + 1, end)))} `;
      at = end + 1;
    } else {
      code += blank(two.charAt(0));
      at += 1;
    }
  }
  return { code: code + blank(quote), end: at + quote.length };
}

/** The place of the brace that closes the one at `at`. */
function closingBrace(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

/** `number:>4` and `error!r` without how the value is shown; a colon in brackets belongs to the expression. */
function withoutFormat(field: string): string {
  let depth = 0;
  for (let index = 0; index < field.length; index += 1) {
    const sign = field.charAt(index);
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    const shown = sign === ':' || (sign === '!' && field[index + 1] !== '=');
    if (depth === 0 && shown) return field.slice(0, index) + blank(field.slice(index));
  }
  return field;
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
