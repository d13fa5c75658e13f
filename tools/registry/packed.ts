// This package as `npm pack` makes it: what would be published.

import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {makePublished} from '../../build/published.ts'

export type Packed = Readonly<{
  /** The path of the tarball. */
  tarball: string
  /** bytes: of the tarball, and of the files in it */
  size: number
  unpackedSize: number
  files: readonly Readonly<{path: string; size: number; mode: number}>[]
  integrity: string
  shasum: string
}>

/** Packs dist/ as the last build left it, and all else as it is for publishing; the tarball is written to `folder`. */
export async function packProject(folder: string): Promise<Packed> {
  const published = join(folder, 'published')
  await makePublished(published)
  const args = ['pack', '--json', '--pack-destination', folder]
  const {stdout} = await promisify(execFile)('npm', args, {cwd: published, maxBuffer: 2 ** 24})
  // A list, or since npm 12 an object by package name.
  const [packed] = Object.values<Packed & {filename: string}>(JSON.parse(stdout))
  if (!packed) throw new Error(`npm pack printed no package:\n${stdout}`)
  return {...packed, tarball: join(folder, packed.filename)}
}
