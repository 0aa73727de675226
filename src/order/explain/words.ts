// Words that sentences about contracts share.

/** `1 line`, `2 lines` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `once`, `3 times` */
export function timesInWords(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** With a capital letter and a full stop. */
export function sentence(text: string): string {
  const stopped = /[.!?]$/.test(text) ? text : `${text}.`;
  return `${stopped.charAt(0).toUpperCase()}${stopped.slice(1)}`;
}
