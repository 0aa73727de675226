// The engine's side of a realm of its own: the host evaluates the whole engine there, so that every object that a program
// can hold is of that realm, and speaks to it through what this file gives.
import { CourseError, partsOf } from '../../../error.ts';
import type { Tracer } from '../../../trace/events.ts';
import type { Program } from '../program.ts';
import type { Start } from '../run.ts';
import { copied } from './copy.ts';
import type { RunAnswer, RunHooks, RunRequest } from './door.ts';
import { World } from './world.ts';

export interface Inside {
  /** A program for this realm; `start` is what its code evaluated to here. */
  readonly load: (program: Program, start: Start) => Loaded;
  /** Never throws, unless the stack is full. */
  readonly run: (loaded: Loaded, request: RunRequest, hooks: RunHooks) => RunAnswer;
  /** Puts everything back as it was before the last run; false where that cannot be done. */
  readonly restore: () => boolean;
}

export interface Loaded {
  readonly program: Program;
  readonly start: Start;
}

/** `foreign`: Object.prototype of the realm that calls. */
export function enter(foreign: object): Inside {
  const world = new World(foreign);
  return {
    load: (program, start) => ({ program: ownProgram(program), start }),
    run: ({ program, start }, request, hooks) => {
      const { isTimeOver, onLine, thread } = hooks;
      try {
        const { own, ...options } = copied(request);
        const threaded = own && thread && { own, hooks: thread };
        const run = world.run(program, start, { ...options, threaded, isTimeOver, onLine, tracer: tracerOf(hooks) });
        return { kind: 'ended', run };
      } catch (error) {
        if (error instanceof CourseError) return { kind: 'refused', error: partsOf(error) };
        return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      }
    },
    restore: () => world.restore(),
  };
}

function ownProgram({ columnOf, files, ...data }: Program): Program {
  const look = files && { files: { look: (path: string) => copied(files.look(path)) } };
  return { ...copied(data), columnOf, ...look };
}

function tracerOf({ heard, emit }: RunHooks): Tracer | undefined {
  return heard && Object.fromEntries(copied(heard).map((kind) => [kind, emit]));
}
