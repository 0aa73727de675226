// One file of a program while it runs: a Cyclic Module Record of ECMA-262 (16.2.1.6), or one of Node's synthetic modules, which have
// run before anything is read from them: a script or a JSON file.
import type { Frame } from '../engine/frames.ts';
import type { Capability } from '../engine/promise/capability.ts';
import type { PromiseSlot } from '../engine/promise/slot.ts';
import type { ModuleInfo } from '../program.ts';

type Getter = () => unknown;

/** What modules see of a module: its namespace, and its exports one by one. */
export interface Bindings {
  readonly namespace: object;
  readonly values: object;
}

/** A script as Node's `module` shows it. */
export interface ScriptModule {
  exports: unknown;
  loaded: boolean;
  readonly children: ScriptModule[];
}

export class ModuleRecord {
  readonly index: number;
  readonly info: ModuleInfo;
  /** Empty until it is linked. */
  readonly bindings: Bindings = { namespace: Object.create(null) as object, values: Object.create(null) as object };
  /** Of its own exports. */
  getters: Readonly<Record<string, Getter>> = {};
  /** Its code, which has come to the end of its declarations. */
  code: Generator | undefined;
  /** Of a script that has begun, or a JSON file that was read. */
  script: ScriptModule | undefined;
  /** Of one that waits at its top level, once it runs. */
  frame: Frame | undefined;
  isLinked = false;
  /** It imports a name that nobody exports. */
  linkFault: SyntaxError | undefined;
  /** An import() of it, or of what imports it, has got as far as to run it. */
  isInstantiated = false;
  /** [[Status]] */
  status: 'linked' | 'evaluating' | 'evaluating-async' | 'evaluated' = 'linked';
  /** [[EvaluationError]]; of a script that was imported, too. */
  failure: { readonly error: unknown } | undefined;
  /** [[DFSAncestorIndex]]; its place on the stack. */
  ancestor = 0;
  /** [[CycleRoot]] */
  cycleRoot: ModuleRecord = this;
  /** [[AsyncEvaluationOrder]]; undefined where it does not wait. */
  asyncOrder: number | undefined;
  /** [[AsyncParentModules]] */
  readonly asyncParents: ModuleRecord[] = [];
  /** [[PendingAsyncDependencies]] */
  pending = 0;
  /** [[TopLevelCapability]] */
  capability: (Capability & { readonly slot: PromiseSlot }) | undefined;

  constructor(index: number, info: ModuleInfo) {
    this.index = index;
    this.info = info;
  }

  get isCyclic(): boolean {
    return this.info.format === 'module';
  }

  /** As traces name it: the last part of its path. */
  get name(): string {
    return this.info.path.slice(this.info.path.lastIndexOf('/') + 1);
  }
}
