// One sentence for each kind of event, in English, without a full stop.
import type { CaptionWords } from '../catalogue.ts';
import { atLine, inMs, list } from './names.ts';

export const captions: CaptionWords = {
  created: (by, strand) => `${by} creates ${strand}`,
  calledBack: (strand, by) => `the event loop calls ${strand}${by === undefined ? '' : `, which ${by} asked for`}`,
  resumed: (strand, line, isFirst, failed, reason) => {
    const how = `${isFirst ? 'starts' : 'resumes'}${atLine(line)}${failed ? ' with an error' : ''}`;
    return `${strand} ${how}${reason === '' ? '' : `: ${reason}`}`;
  },
  suspended: (strand, line, { said }) => `${strand} suspends${atLine(line)}: ${said}`,
  settled: {
    return: (strand) => `${strand} returns`,
    throw: (strand) => `${strand} ends with an error`,
    cancel: (strand) => `${strand} is cancelled`,
    close: (strand) => `${strand} is closed`,
  },
  line: (strand, line) => `${strand} comes to line ${line}`,
  call: (strand, name) => `${strand} calls ${name === '' ? 'a function' : name}`,
  leave: (strand, name) => `${name === '' ? 'the function' : name} returns or throws, back in ${strand}`,
  print: (strand, line, text, isStderr, through) => {
    const helper = through === undefined ? '' : `, in a call that stands at line ${through}`;
    return `${strand} prints${isStderr ? ' on stderr' : ''} "${text}"${atLine(line)}${helper}`;
  },
  enqueue: (queue, job) => `a job waits in the ${queue}: ${job}`,
  timerSet: (by, job, due) => `${by} sets a timer: ${job}, due at ${inMs(due)}`,
  dequeue: (queue, job, isHub) =>
    isHub ? `the hub takes a job: ${job}` : `the event loop takes a job from the ${queue}: ${job}`,
  cancel: (queue, job) => `a job is cancelled in the ${queue}: ${job}`,
  cancellation: {
    request: (by, line, target, message) =>
      `${by} asks ${target} to be cancelled${message === undefined ? '' : `, with the message ${message}`}${atLine(line)}`,
    withdraw: (by, line, target) => `${by} takes back one request to cancel ${target}${atLine(line)}`,
  },
  promise: (promise, state) => `${promise} is ${state}`,
  promiseBy: {
    pending: (by, promise) => `${by} keeps pending ${promise}`,
    fulfilled: (by, promise) => `${by} fulfils ${promise}`,
    rejected: (by, promise) => `${by} rejects ${promise}`,
  },
  promiseOfValue: (state) => `a promise of that value is ${state} at once`,
  unawaited: (promise) => `${promise} that nothing awaits yet`,
  returnPromise: (strand, line) => `${strand} returns a promise at line ${line}: its own promise has to adopt it first`,
  message: (strand, line, text, to) => `${strand} sends ${text} to ${to}${atLine(line)}`,
  decision: (cause, chosen, usual) =>
    `here the run leaves its usual way${becauses[cause]}: ${chosen}; in the plain run ${usual}`,
  option: {
    strand: (strand, line) => `${strand} goes on${atLine(line)}`,
    job: (job) => `next is ${job}`,
    stall: (ms) => (ms === 0 ? 'it does not stand still' : `the process stands still for ${inMs(ms)} first`),
    nobody: 'nothing more ends in this turn of the loop',
    unknown: 'another way',
  },
  read: (strand, line, name, value) => `${strand} reads ${value} from ${name}${atLine(line)}`,
  write: (strand, line, name, value) => `${strand} writes ${value} into ${name}${atLine(line)}`,
  values: (strand, values) =>
    values.length === 0
      ? `${strand} has no local variables`
      : `${strand} has ${list(values.map(([name, value]) => `${name} = ${value}`))}`,
  time: (to) => `nothing can run: the clock moves to ${inMs(to)}`,
  unhandled: (promise, message) => `${promise} was rejected and nothing handles it: ${message}`,
  uncaught: (message) => `an error is not caught: ${message}`,
  unsettled: (strand, line) => `the program ends while ${strand} still waits${atLine(line)}`,
  stop: (text) => `the run is ended: ${text}`,
  exit: (code) => `the program ends with exit code ${code}`,
};

const becauses = {
  cpu: ', for the processor was busy',
  latency: ', for an outside wait took longer',
  ties: ', for both are due at once',
  sets: ', for a set has no order',
  threads: ', for threads run in any order',
} as const;
