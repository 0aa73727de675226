// In which order modules run: ECMA-262 16.2.1.6.1.3, Evaluate() of Cyclic Module Records. What imports another one runs after it; what
// waits at its top level holds up those that import it, and nobody else.
import type { Promises } from '../engine/promise/promises.ts';
import type { PromiseOperations } from '../engine/promise/operations.ts';
import type { PromiseSlot } from '../engine/promise/slot.ts';
import type { ModuleRecord } from './record.ts';

export interface EvaluationParts {
  readonly promises: Promises;
  readonly operations: PromiseOperations;
  readonly resolve: (from: ModuleRecord, specifier: string) => ModuleRecord;
  /** Runs a module that does not wait to its end; throws what it throws. */
  readonly execute: (record: ModuleRecord) => void;
  /** Starts one that waits. */
  readonly start: (
    record: ModuleRecord,
    end: { resolve: (value?: unknown) => void; reject: (error: unknown) => void },
  ) => void;
  /** What the program may hold of what was thrown. */
  readonly caught: (thrown: unknown) => unknown;
}

export class Evaluation {
  readonly #parts: EvaluationParts;
  #order = 0;

  constructor(parts: EvaluationParts) {
    this.#parts = parts;
  }

  /** Evaluate(): the promise of the module, or of the root of its cycle. */
  evaluate(module: ModuleRecord): PromiseSlot {
    const root = module.status === 'evaluated' || module.status === 'evaluating-async' ? module.cycleRoot : module;
    if (root.capability) return root.capability.slot;
    const { promises, caught } = this.#parts;
    const capability = promises.newPromiseCapability();
    root.capability = capability;
    const stack: ModuleRecord[] = [];
    try {
      this.#inner(root, stack);
      if (root.asyncOrder === undefined) capability.resolve();
    } catch (thrown) {
      const error = caught(thrown);
      for (const each of stack) {
        each.status = 'evaluated';
        each.failure = { error };
      }
      capability.reject(error);
    }
    return capability.slot;
  }

  /** InnerModuleEvaluation */
  #inner(module: ModuleRecord, stack: ModuleRecord[]): void {
    if (!module.isCyclic) return this.#parts.execute(module);
    if (module.failure) throw module.failure.error;
    if (module.status !== 'linked') return;
    module.status = 'evaluating';
    const index = stack.push(module);
    module.ancestor = index;
    for (const specifier of module.info.requested) {
      let required = this.#parts.resolve(module, specifier);
      this.#inner(required, stack);
      if (!required.isCyclic) continue;
      if (required.status === 'evaluating') module.ancestor = Math.min(module.ancestor, required.ancestor);
      else {
        required = required.cycleRoot;
        if (required.failure) throw required.failure.error;
      }
      if (required.asyncOrder === undefined || required.status === 'evaluated') continue;
      module.pending++;
      required.asyncParents.push(module);
    }
    if (module.pending > 0 || module.info.hasAwait) {
      module.asyncOrder = this.#order++;
      if (module.pending === 0) this.#executeAsync(module);
    } else this.#parts.execute(module);
    if (module.ancestor !== index) return;
    for (let each; (each = stack.pop());) {
      each.status = each.asyncOrder === undefined ? 'evaluated' : 'evaluating-async';
      each.cycleRoot = module;
      if (each === module) break;
    }
  }

  /** ExecuteAsyncModule */
  #executeAsync(module: ModuleRecord): void {
    const { promises, operations, start } = this.#parts;
    const end = promises.newPromiseCapability();
    operations.performPromiseThen(end.slot, {
      run: (state, value) => {
        if (state === 'fulfilled') this.#fulfilled(module);
        else this.#rejected(module, value);
      },
      what: () => ({ kind: 'engine', does: 'module' }),
    });
    start(module, end);
  }

  /** AsyncModuleExecutionFulfilled */
  #fulfilled(module: ModuleRecord): void {
    if (module.status === 'evaluated') return;
    module.status = 'evaluated';
    module.capability?.resolve();
    const available: ModuleRecord[] = [];
    gatherAvailable(module, available);
    for (const each of available.sort((a, b) => (a.asyncOrder ?? 0) - (b.asyncOrder ?? 0))) {
      if (each.status === 'evaluated') continue;
      if (each.info.hasAwait) this.#executeAsync(each);
      else this.#executeLate(each);
    }
  }

  /** A module that does not wait itself, once all that it imports has run. */
  #executeLate(module: ModuleRecord): void {
    try {
      this.#parts.execute(module);
    } catch (thrown) {
      return this.#rejected(module, this.#parts.caught(thrown));
    }
    module.status = 'evaluated';
    module.capability?.resolve();
  }

  /** AsyncModuleExecutionRejected */
  #rejected(module: ModuleRecord, error: unknown): void {
    if (module.status === 'evaluated') return;
    module.failure = { error };
    module.status = 'evaluated';
    for (const parent of module.asyncParents) this.#rejected(parent, error);
    module.capability?.reject(error);
  }
}

/** GatherAvailableAncestors */
function gatherAvailable(module: ModuleRecord, available: ModuleRecord[]): void {
  for (const parent of module.asyncParents) {
    if (available.includes(parent) || parent.cycleRoot.failure) continue;
    parent.pending--;
    if (parent.pending > 0) continue;
    available.push(parent);
    if (!parent.info.hasAwait) gatherAvailable(parent, available);
  }
}
