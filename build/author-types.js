// Types for authors of lessons, into dist/author.

import {execFileSync} from 'node:child_process'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * The compiler writes each text of the program into the type of the catalogue: nine tenths of all types, for keys that no author uses. They become
 * strings. Throws if the compiler writes them in another way than was expected.
 */
export function writeAuthorTypes({root, dist}) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.author.json'], {cwd: root, stdio: 'inherit'})
  const folder = join(dist, 'author/model/text')
  const file = join(folder, 'messages.d.ts')
  const types = readFileSync(file, 'utf8')
  const shorter = types.replace(
    /^declare const messages: \{\n[\s\S]*?^\};\n/m,
    'declare const messages: Readonly<Record<string, Translations>>;\n',
  )
  if (shorter === types)
    throw new Error(`${file} has no catalogue that begins with "declare const messages: {"`)
  writeFileSync(file, shorter)
  rmSync(join(folder, 'catalogue'), {recursive: true})
}
