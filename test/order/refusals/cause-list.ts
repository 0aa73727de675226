// The causes as every message about a freedom lists them.

export const causeList: readonly string[] = [
  '         latency: a wait for the outside world may take longer',
  '         ties: the order of equal deadlines is left open',
  '         cpu: the process stands still for a while',
  '         threads: the operating system decides which thread runs',
];
