// The fuzzer's hold on a process of Node: give a program, get the lines that it prints.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const here = (file: string) => join(import.meta.dirname, file);
const answer = z.array(z.string());

export interface NodeRunner {
  run(program: string): Promise<readonly string[]>;
  end(): void;
}

/** ms after which a program that does not end is given up. */
const patience = 10_000;

export function startNode(): NodeRunner {
  const child = fork(here('node-side.ts'), {
    execArgv: ['--expose-internals', '--no-warnings', '--import', here('virtual-clock.ts')],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return {
    run: (program) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new Error(`Node did not end this program:\n${program}`));
        const timer = setTimeout(fail, patience);
        child.once('exit', fail);
        child.once('message', (message) => {
          clearTimeout(timer);
          child.off('exit', fail);
          resolve(answer.parse(message));
        });
        child.send(program);
      }),
    end: () => child.kill(),
  };
}
