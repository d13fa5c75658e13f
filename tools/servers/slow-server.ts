// A redis-server that tells its version only once it is allowed to, 2 s at the most: until then a lab shows its opening.

import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {server} from './server.ts'

type SlowServer = AsyncDisposable &
  Readonly<{
    /** For the lab. */
    env: Readonly<Record<string, string>>
    allow(): Promise<void>
  }>

export async function openSlowServer(): Promise<SlowServer> {
  const {path, libraryPath} = await server()
  const folder = await mkdtemp(join(tmpdir(), 'slow-server-'))
  const [slow, allowed] = [join(folder, 'redis-server'), join(folder, 'allowed')]
  // It also ends with its folder, so that none is left waiting.
  const script = `#!/bin/sh
[ "$1" = --version ] && while [ -e '${slow}' ] && [ ! -e '${allowed}' ]; do sleep 0.01; done
${libraryPath ? `export LD_LIBRARY_PATH='${libraryPath}'` : ''}
exec '${path}' "$@"
`
  await writeFile(slow, script)
  await chmod(slow, 0o755)
  return {
    env: {REDIS_CLUSTER_LAB_SERVER: slow},
    allow: () => writeFile(allowed, ''),
    [Symbol.asyncDispose]: () => rm(folder, {recursive: true}),
  }
}
