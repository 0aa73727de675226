// The chain of causes of a printed line, in English: whole sentences.
import type { CauseWords } from '../catalogue.ts';
import { atLine, inMs, started, timerOf } from './names.ts';

export const causes: CauseWords = {
  printed: (text, strand, line) => `"${text}" was printed by ${strand}${atLine(line)}.`,
  printedByEngine: (text) => `"${text}" was printed by the engine, not by a line of the program.`,
  ranBy: (strand, line, isFirst, by) => `${strand} was ${started(isFirst)} by ${by}${atLine(line)}.`,
  ranAtStart: (strand, isFirst) => `${strand} ${started(isFirst)} when the program started.`,
  ran: (strand, line, isFirst, why) => `${strand} ${started(isFirst)}${atLine(line)} ${why}.`,
  begun: (strand, reason) => `${strand} was ${reason === '' ? 'started' : reason}.`,
  woken: (strand, line, reason) => `${strand} resumed${atLine(line)}${reason === '' ? '' : `: ${reason}`}.`,
  job: (job, why) => `The job "${job}" ran ${why}.`,
  why: {
    settledAlready: 'after one microtask: what it awaited was settled already',
    settled: (promise = 'what it awaited', state, by) => `when ${promise} was ${state} ${by}`,
    gaveWay: 'when its turn in the ready queue came: it had given way of itself',
    cancelled: (by) => `with an exception, for its cancellation was asked for ${by}`,
    queue: {
      micro: (_delay, _due, by) => `as a microtask queued ${by}`,
      nextTick: (_delay, _due, by) => `as a nextTick callback queued ${by}`,
      timers: (delay, due, by) => `when ${timerOf(delay)} was due at ${inMs(due)}, set ${by}`,
      immediates: (_delay, _due, by) => `as an immediate set ${by}`,
      poll: (_delay, _due, by) => `when a message arrived, sent ${by}`,
      ready: (_delay, _due, by) => `from the ready queue, scheduled ${by}`,
      hub: (_delay, _due, by) => `from the hub, scheduled ${by}`,
    },
    by: (strand, line) => (strand === undefined ? 'by the engine' : `by ${strand}${atLine(line)}`),
  },
};
