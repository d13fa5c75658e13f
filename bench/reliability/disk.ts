// How much disk a lab takes at most: with a learner who fills every node, and with one who overwrites the same keys for hours.

import {execFile} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {setTimeout as pause} from 'node:timers/promises'
import {promisify} from 'node:util'
import {Redis} from 'ioredis'
import {openHome} from '../../tools/program/home.ts'
import {times} from '../scale.ts'
import {startUp} from '../up.ts'
import type {Measured} from './measured.ts'

const run = promisify(execFile)
/** MB */
const limit = 100

async function megabytes(folder: string): Promise<number> {
  // A file may be removed while du reads the folder.
  const {stdout} = await run('du', ['-sk', folder]).catch((error: {stdout: string}) => error)
  return Number.parseInt(stdout, 10) / 1024
}

/** Calls `work` and returns the largest size of the folder meanwhile. */
async function largest(folder: string, work: Promise<unknown>): Promise<number> {
  let most = 0
  let over = false
  void work.finally(() => {
    over = true
  })
  while (!over) {
    most = Math.max(most, await megabytes(folder))
    await pause(20)
  }
  await work
  return most
}

const value = () => randomBytes(768).toString('base64')
/** Keys in the slots of the first, the second and the third master. */
const tags = ['bar', 'name', 'foo'] as const
/** Numbers of keys that are overwritten: `many` nearly fill a node. */
const [few, many] = [100, 5000]

/** Sends SETs of 1 KB to one master until it refuses or has got `megabytes`. Returns the error that it ended with. */
async function write(
  port: number,
  tag: string,
  megabytes: number,
  keys: number,
): Promise<string | undefined> {
  const redis = new Redis({port, host: '127.0.0.1', enableReadyCheck: false, disableClientInfo: true})
  try {
    for (let sent = 0; sent < megabytes * 1024; sent += 256) {
      const pipeline = redis.pipeline()
      for (let i = sent; i < sent + 256; i++) pipeline.set(`{${tag}}:${i % keys}`, value())
      const results = (await pipeline.exec()) ?? []
      const [error] = results.find(([failed]) => failed) ?? []
      if (error) return error.message
    }
    return undefined
  } finally {
    redis.disconnect()
  }
}

async function fill(
  wanted: number,
  keys = Number.MAX_SAFE_INTEGER,
): Promise<Readonly<{most: number; refused: boolean}>> {
  await using home = await openHome()
  const up = startUp(home.env)
  const line = await up.line('ready')
  if (!line) throw new Error(`up ended without its ready line: ${(await up.exit).stderr}`)
  const masters = line.nodes.filter(({role}) => role === 'master')
  const work = Promise.all(masters.map(({port}, i) => write(port, tags[i] ?? '', wanted, keys)))
  // A rewrite of an append-only file may still be under way.
  const most = await largest(
    line.dir,
    work.then(() => pause(3000)),
  )
  const errors = await work
  await up.end()
  return {most, refused: errors.every(error => error?.startsWith('OOM'))}
}

export async function disk(): Promise<Measured> {
  const wanted = times(80)
  const full = await fill(wanted)
  const overwritten = await fill(wanted, few)
  const both = await fill(wanted, many)
  return {
    what: 'disk: the folder of a lab',
    n: `${wanted} MB written to each master: as new keys, over ${few} keys, over ${many} keys`,
    result: `at most ${[full, overwritten, both].map(({most}) => `${most.toFixed(0)} MB`).join(', ')}; new keys were ${full.refused ? '' : 'NOT '}refused in the end, the others ${both.refused ? '' : 'not'}`,
    held: full.refused && !both.refused && Math.max(full.most, overwritten.most, both.most) <= limit,
  }
}
