// Files that the build makes and the program reads.

/** `name` in `dist`: beside the bundled program; from the sources, where the last build left it. */
export function builtFile(name: string): URL {
  return new URL(import.meta.url.endsWith('.ts') ? `../../dist/${name}` : name, import.meta.url)
}
