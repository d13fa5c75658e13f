// Types for authors of lessons, into dist/author.

import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Those of author.ts, and of the modules that they name. */
export function writeAuthorTypes({root, dist}) {
  const folder = join(dist, 'author')
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.author.json'], {cwd: root, stdio: 'inherit'})
  shortenCatalogue(join(folder, 'model/text/messages.d.ts'))
  const named = namedFrom(join(folder, 'author.d.ts'))
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !named.has(file)) rmSync(file)
  }
}

/**
 * The compiler writes each text of the program into the type of the catalogue: nine tenths of all types, for keys that no author uses. They become
 * strings. Throws if the compiler writes them in another way than was expected.
 */
function shortenCatalogue(file) {
  const types = readFileSync(file, 'utf8')
  const shorter = types.replace(
    /^declare const messages: \{\n[\s\S]*?^\};\n/m,
    'declare const messages: Readonly<Record<string, Translations>>;\n',
  )
  if (shorter === types)
    throw new Error(`${file} has no catalogue that begins with "declare const messages: {"`)
  writeFileSync(file, shorter)
}

/** The declarations that `file` needs, itself included. The compiler declares every module that the program would load. */
function namedFrom(file, named = new Set()) {
  if (named.has(file)) return named
  named.add(file)
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()["'](\.[^"']+)\.tsx?["']/g))
    namedFrom(join(dirname(file), `${path}.d.ts`), named)
  return named
}
