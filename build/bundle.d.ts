/** Writes the bundle of each `input` to `dir`. Returns the modules that are in them. */
export function bundle(
  input: Readonly<Record<string, string>>,
  options: Readonly<{root: string; dir: string; codeSplitting?: boolean; chunkFileNames?: string}>,
): Promise<readonly string[]>
