// The package as it is published, in a folder of its own: node build/published.ts FOLDER, with the program built. What only a clone needs is left out of
// package.json, and the READMEs can be read where there is no clone.

import {cp, mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import packageJson from '../package.json' with {type: 'json'}
import {readmeElsewhere} from './readme-elsewhere.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Copies it; npm then packs what `files` names. */
export async function makePublished(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true})
  for (const name of ['bin', 'dist', 'docs', 'examples', 'LICENSE'])
    await cp(join(root, name), join(folder, name), {recursive: true})
  for (const name of ['README.md', 'README.zh.md']) {
    const readme = await readFile(join(root, name), 'utf8')
    await writeFile(join(folder, name), readmeElsewhere(readme, filesInRepository()))
  }
  const {scripts, devDependencies, allowScripts, ...its} = packageJson
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(its, null, 2)}\n`)
}

/** Where the files of this version are in the repository that package.json names, if it names one: `.../raw/v1.0.0/`. */
function filesInRepository() {
  const {repository, version} = packageJson as typeof packageJson & {repository?: string | {url: string}}
  if (!repository) return undefined
  const url = typeof repository === 'string' ? repository : repository.url
  const page = url.replace(/^git\+/, '').replace(/\.git$/, '')
  return (kind: 'raw' | 'blob', path: string) => `${page}/${kind}/v${version}/${path}`
}

if (import.meta.main) {
  const [, , folder] = process.argv
  if (!folder) throw new Error('Into which folder? node build/published.ts FOLDER')
  await makePublished(folder)
  if (!filesInRepository())
    console.warn(
      'package.json names no repository: the READMEs are published without pictures and links to files.',
    )
}
