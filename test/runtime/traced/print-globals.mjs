// For Node: the names of its globals, as JSON.
const all = Object.getOwnPropertyNames(globalThis);
console.log(JSON.stringify({ all, enumerable: Object.keys(globalThis) }));
