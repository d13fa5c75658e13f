// Every import in the source, and which room a file is in: what the tests of the house and its drawing read.

import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import {fileURLToPath} from 'node:url'

export type Import = Readonly<{from: string; to: string}>

export const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['src', 'lessons', 'build', 'bench', 'tools']

export function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(name => /\.[jt]sx?$/.test(name) && !name.endsWith('.d.ts'))
    .map(name => join(folder, name))
}

export function allImports(): readonly Import[] {
  return folders.flatMap(filesIn).flatMap(importsOf)
}

/** `import … from`, `export … from`, `import('…')`, `import '…'`. What stands in a template of source text is none. */
function importsOf(from: string): readonly Import[] {
  const text = readFileSync(join(root, from), 'utf8').replaceAll(/`[^`]*`/g, '``')
  const names = text.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...names].map(([, name = '']) => ({
    from,
    to: name.startsWith('.') ? normalize(join(dirname(from), name)) : name,
  }))
}

/** Whether an import is of this project. */
export function isOurs(name: string): boolean {
  return folders.some(folder => name.startsWith(`${folder}/`))
}

/** The longest of `names` that is the file or a folder above it. */
export function longest(names: readonly string[], file: string): string | undefined {
  const fitting = names.filter(name => file === name || file.startsWith(`${name}/`))
  return fitting.toSorted((one, other) => other.length - one.length)[0]
}
