// For Node: the names of its globals, one on each line.
console.log(Object.getOwnPropertyNames(globalThis).join('\n'));
