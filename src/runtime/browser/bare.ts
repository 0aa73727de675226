// Takes the Worker's own URLs away before the engine is loaded: core-js gives its own, which are those of every realm, only
// where it finds none.
for (const name of ['URL', 'URLSearchParams']) Reflect.deleteProperty(globalThis, name);
