// This program as a package, for computers of a room without internet.

import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import type {Tarball} from '../hub/public-routes.ts'

/** Packs it as npm would publish it; undefined where there is no npm, or nothing that could be packed. Takes a second. */
export async function packSelf(): Promise<Tarball | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'rcl-pack-'))
  try {
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
    const {stdout} = await promisify(execFile)('npm', args, {cwd: packageFolder(), timeout: 60_000})
    // A list, or since npm 12 an object by package name.
    const [packed] = Object.values<Readonly<{filename: string; integrity: string}>>(JSON.parse(stdout))
    if (!packed) return undefined
    return {bytes: new Uint8Array(await readFile(join(folder, packed.filename))), integrity: packed.integrity}
  } catch {
    return undefined
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** The folder of package.json: above dist/ in the package, above src/cli/ in the sources. */
function packageFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return import.meta.url.endsWith('.ts') ? join(here, '..', '..') : join(here, '..')
}
