// Files that the build makes and the program reads.

import {readFile} from 'node:fs/promises'
import {promisify} from 'node:util'
import {brotliDecompress} from 'node:zlib'

/** `name` in `dist`: beside the bundled program; from the sources, where the last build left it. */
export function builtFile(name: string): URL {
  return new URL(import.meta.url.endsWith('.ts') ? `../../dist/${name}` : name, import.meta.url)
}

/** The text of a file that the build packs: `class.html` is in `class.html.br`. */
export async function builtText(name: string): Promise<string> {
  return String(await promisify(brotliDecompress)(await readFile(builtFile(`${name}.br`))))
}
