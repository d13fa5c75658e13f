// The package that a hub hands out: what it is, and that a learner can tell another one from it before anything of it runs.

import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {openRoom} from '../../../tools/hub/room.ts'
import {startSocketServer} from '../../../tools/servers/socket-server.ts'

type Packed = Readonly<{filename: string; integrity: string}>

async function npmPack(...args: readonly string[]): Promise<Packed> {
  const {stdout} = await promisify(execFile)('npm', ['pack', '--json', ...args])
  const [packed] = Object.values<Packed>(JSON.parse(stdout))
  if (!packed) throw new Error(`npm pack printed no package:\n${stdout}`)
  return packed
}

async function packageOf(folder: string, version: string) {
  await writeFile(join(folder, 'package.json'), JSON.stringify({name: 'redis-cluster-lab', version}))
  const {filename, integrity} = await npmPack(folder, '--pack-destination', folder)
  return {bytes: new Uint8Array(await readFile(join(folder, filename))), integrity}
}

test('A package that is not the one on the projector has another checksum, and npm tells it without running anything', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'package-'))
  const [good, evil] = [await packageOf(folder, '1.0.0'), await packageOf(folder, '1.0.1')]
  await rm(folder, {recursive: true})
  await using redis = await startSocketServer()
  await using honest = await openRoom(redis, {tarball: () => good})
  // It has put another package in the place of the one whose checksum it shows.
  await using false_ = await openRoom(redis, {tarball: () => ({...good, bytes: evil.bytes})})
  for (const room of [honest, false_]) expect((await room.ask('GET', '/')).text).toContain(good.integrity)
  const [told, toldOfOther] = await Promise.all(
    [honest, false_].map(({port}) =>
      npmPack('--dry-run', '--allow-remote=all', `http://127.0.0.1:${port}/redis-cluster-lab.tgz`),
    ),
  )
  expect(told?.integrity).toBe(good.integrity)
  expect(toldOfOther?.integrity).toBe(evil.integrity)
  expect(evil.integrity).not.toBe(good.integrity)
})
