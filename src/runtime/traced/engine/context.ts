// What AsyncLocalStorage holds while a job runs.

/** Per storage. A context is never changed, only replaced. */
export type Context = ReadonlyMap<object, unknown>;
