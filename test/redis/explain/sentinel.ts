// A real Sentinel beside the nodes of a test, gone with it.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {vi} from 'vitest'
import {NodeConnection} from '../../../src/redis/client/connection.ts'
import {server} from '../../../tools/servers/server.ts'

/** `masters`: name -> port. With a quorum of one it may act alone; on `alone` it would need two. */
export async function startSentinel(
  port: number,
  masters: Readonly<{pair: number; alone: number}>,
): Promise<AsyncDisposable & Readonly<{port: number}>> {
  const {path, libraryPath} = await server()
  const dir = await mkdtemp(join(tmpdir(), 'sentinel-'))
  const conf = join(dir, 'sentinel.conf')
  const watched = [
    `sentinel monitor pair 127.0.0.1 ${masters.pair} 1`,
    `sentinel monitor alone 127.0.0.1 ${masters.alone} 2`,
  ]
  await writeFile(conf, [`port ${port}`, 'bind 127.0.0.1', `dir "${dir}"`, ...watched, ''].join('\n'))
  const env = {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  const child = spawn(path, [conf, '--sentinel'], {cwd: dir, env, stdio: 'ignore'})
  await vi.waitFor(
    async () => {
      const conversation = new NodeConnection(port)
      const answer = await conversation.send(['PING'])
      conversation.close()
      if (!('reply' in answer)) throw new Error(answer.because.key)
    },
    {timeout: 10_000},
  )
  return {
    port,
    async [Symbol.asyncDispose]() {
      if (child.kill('SIGKILL')) await once(child, 'exit')
      await rm(dir, {recursive: true})
    },
  }
}
