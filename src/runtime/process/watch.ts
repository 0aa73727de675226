// Keeps the list of running children and ends them when our own process is interrupted or exits.

/** A running child, as far as its end is concerned. */
export interface Running {
  /** Asks politely, then insists. Resolves when nothing of it is left. */
  interrupt(): Promise<void>;
  /** Ends it now; used where nothing can be awaited any more. */
  kill(): void;
}

const running = new Set<Running>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let interrupted = false;

/** Watches over `child` until the returned function is called. Our handlers stand only while a child runs. */
export function watchOver(child: Running): () => void {
  if (running.size === 0) {
    for (const signal of signals) process.on(signal, onSignal);
    process.on('exit', killAll);
  }
  running.add(child);
  return () => {
    running.delete(child);
    if (running.size === 0) release();
  };
}

function release(): void {
  for (const signal of signals) process.off(signal, onSignal);
  process.off('exit', killAll);
}

function killAll(): void {
  for (const child of running) child.kill();
}

/** Where nobody else handles the signal, our process ends by it as it would have done without us. */
function onSignal(signal: NodeJS.Signals): void {
  const alone = process.listenerCount(signal) === 1;
  const again = interrupted;
  interrupted = true;
  if (again) killAll();
  const ended = again ? Promise.resolve([]) : Promise.all([...running].map((child) => child.interrupt()));
  void ended.then(() => {
    interrupted = false;
    if (!alone) return;
    release();
    process.kill(process.pid, signal);
  });
}
