// Bundles the program: one ESM file a process, no runtime dependencies (docs: CONTRIBUTING.md).
console.log('nothing to build yet')
