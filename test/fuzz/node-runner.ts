// The fuzzer's hold on a process of Node: give a program, get the lines that it prints.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { FuzzedProgram } from './program.ts';

const here = (file: string) => join(import.meta.dirname, file);
const answer = z.array(z.string());

export interface NodeRunner {
  run(program: FuzzedProgram): Promise<readonly string[]>;
  end(): void;
}

/** ms after which a program that does not end is given up. */
const patience = 10_000;

export function startNode(): NodeRunner {
  let child: ChildProcess | undefined;
  const end = () => {
    child?.kill();
    child = undefined;
  };
  return {
    run: (program) =>
      new Promise((resolve, reject) => {
        const node = (child ??= forkNode());
        const fail = () => {
          clearTimeout(timer);
          node.off('exit', fail);
          end();
          reject(new Error(`Node did not end this program:\n${program.text}`));
        };
        const timer = setTimeout(fail, patience);
        node.once('exit', fail);
        node.once('message', (message) => {
          clearTimeout(timer);
          node.off('exit', fail);
          resolve(answer.parse(message));
        });
        node.send(program);
      }),
    end,
  };
}

function forkNode(): ChildProcess {
  return fork(here('node-side.ts'), {
    execArgv: ['--expose-internals', '--no-warnings', '--import', here('virtual-clock.ts')],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}
