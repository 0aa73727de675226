// Cuts a named region out of a program: `// #region name` … `// #endregion`, in Python `# region name` … `# endregion`.

export interface Cut {
  readonly code: string;
  /** 1-based lines of the file. */
  readonly first: number;
  readonly last: number;
  /** The line of the file behind each line of `code`: marks and doubled empty lines are not shown. */
  readonly lines: readonly number[];
}

const mark = /^[ \t]*(?:\/\/|#)[ \t]*#?(region|endregion)\b[ \t]*([\w-]*)[ \t]*$/;

/** The names of all regions, in order. */
export function regionNames(source: string): string[] {
  return source.split('\n').flatMap((line) => {
    const found = mark.exec(line);
    return found?.[1] === 'region' && found[2] ? [found[2]] : [];
  });
}

/** The lines of `region` (or all lines) without the marks, without common indentation; undefined if there is no such region. */
export function cutRegion(source: string, region?: string): Cut | undefined {
  const open: string[] = [];
  const kept: { text: string; line: number }[] = [];
  for (const [index, text] of source.split('\n').entries()) {
    const found = mark.exec(text);
    if (found?.[1] === 'region') open.push(found[2] ?? '');
    else if (found) open.pop();
    else if (region === undefined || open.includes(region)) kept.push({ text, line: index + 1 });
  }
  while (kept[0]?.text.trim() === '') kept.shift();
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last) return undefined;
  const indents = kept
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => /^[ \t]*/.exec(text)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  const shown = kept
    .map(({ text, line }) => ({ text: text.slice(indent), line }))
    .filter(({ text }, index, all) => text !== '' || all[index - 1]?.text !== '');
  const code = shown.map(({ text }) => text).join('\n');
  return { code, first: first.line, last: last.line, lines: shown.map(({ line }) => line) };
}
