// The Redis of a hub, attacked: from the network, by another user of this computer, by what learners write, and by a kill.

import {spawnSync} from 'node:child_process'
import {chmod, readdir, readFile, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {Redis} from 'ioredis'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {recordsOf} from '../../../tools/hub/audit.ts'
import {batchOf, hint, joinRequest, openRoom} from '../../../tools/hub/room.ts'
import {type RoomRedis, startRoomRedis} from '../../../tools/hub/room-redis.ts'

let own: RoomRedis
let redis: Redis
beforeAll(async () => {
  own = await startRoomRedis()
  redis = new Redis({path: own.socket, retryStrategy: () => 20, protocol: 2})
  redis.on('error', () => undefined)
})
afterAll(async () => {
  redis.disconnect()
  await own[Symbol.asyncDispose]()
})

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

/** Everything in its folder. */
async function onDisk(): Promise<string> {
  const [, folder = ''] = (await redis.config('GET', 'dir')) as string[]
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter(entry => entry.isFile()).map(({parentPath, name}) => join(parentPath, name))
  // A rewrite removes files while they are read.
  return (await Promise.all(files.map(file => readFile(file, 'latin1').catch(() => '')))).join('')
}

/** What a process of this user or of another one gets that connects. */
function connectAs(uid: number | undefined): string {
  const program = `
    const [path, uid] = process.argv.slice(1)
    if (uid) { process.setgroups([]); process.setgid(+uid); process.setuid(+uid) }
    const socket = require('node:net').connect(path, () => socket.end('PING\\r\\n'))
    socket.on('data', data => console.log(String(data).trim()))
    socket.on('error', ({code}) => console.log(code))`
  const args = ['-e', program, own.socket, ...(uid === undefined ? [] : [`${uid}`])]
  return spawnSync(process.execPath, args, {encoding: 'utf8', timeout: 10_000}).stdout.trim()
}

describe('The Redis of a hub', () => {
  test('has no port; its socket and its data are in folders of this user alone', async () => {
    expect(await redis.config('GET', 'port')).toEqual(['port', '0'])
    expect(await redis.info('server')).toMatch(/^tcp_port:0\r$/m)
    const [, data = ''] = (await redis.config('GET', 'dir')) as string[]
    const ours = [own.socket, dirname(own.socket), dirname(dirname(own.socket)), data]
    expect(await Promise.all(ours.map(modeOf))).toEqual(['700', '700', '700', '700'])
    expect(connectAs(undefined)).toBe('+PONG')
  })

  // Only root can become somebody else.
  test.runIf(process.getuid?.() === 0)('refuses another user, even if its folders are opened', async () => {
    const [nobody, folders] = [65_534, [dirname(own.socket), dirname(dirname(own.socket))]]
    expect(connectAs(nobody)).toBe('EACCES')
    for (const folder of folders) await chmod(folder, 0o755)
    expect(connectAs(nobody)).toBe('EACCES')
    for (const folder of folders) await chmod(folder, 0o700)
  })

  test("has no key, and no command, of a learner's words", async () => {
    await using room = await openRoom({socket: own.socket})
    const evil = ['a}:{b', '*2 $3 DEL', 'rcl:{x}:room', '__proto__', "'..os.exit()..'", 'KEYS[1]']
    for (const name of evil) {
      const {token, learner} = await room.join({name})
      const event = {kind: 'answer', lesson: 'a/b-c', question: 'recall/x', option: 'y'} as const
      const body = batchOf('00000001', 0, hint(1), event)
      expect((await room.ask('POST', '/v1/events', {token, body})).status).toBe(200)
      const word = encodeURIComponent(name)
      const requests = [
        `/v1/snapshot/${word}`,
        `/v1/help/${word}/claim`,
        `/v1/help/${learner}/claim`,
        '/v1/help/1/claim',
      ]
      for (const path of requests)
        expect((await room.ask('POST', path, {token, body: {columns: 1, lines: []}})).status).toBeGreaterThan(
          399,
        )
    }
    for (const text of [...evil, '}']) {
      const device = `${text}${'0'.repeat(32)}`.slice(0, 32)
      expect((await room.ask('POST', '/v1/join', {body: joinRequest(text, device)})).status).toBe(400)
      expect((await room.ask('POST', '/v1/erase', {body: {device}})).status).toBe(400)
    }
    const names = ['room', 'people', 'devices', 'tokens', 'names', 'numbers', 'records', 'signs', 'ids']
    expect((await redis.keys('*')).toSorted()).toEqual(
      names.map(name => `rcl:{${room.room}}:${name}`).toSorted(),
    )
    // Each command that the hub sends is one that it needs.
    const commands = (await redis.info('commandstats')).matchAll(/^cmdstat_([^:]+):/gm)
    const used = new Set([...commands].map(([, name = '']) => name))
    for (const name of ['del', 'flushall', 'shutdown', 'debug', 'slaveof', 'replicaof', 'module|load'])
      expect(used).not.toContain(name)
  })

  test('has nothing on its disk of people who were erased, and of pictures that have run out', async () => {
    // Else a name on the disk could be there in other bytes.
    await redis.config('SET', 'rdbcompression', 'no')
    const room = await openRoom({socket: own.socket})
    await using _ = room
    const ada = await room.join({name: 'Ada Lovelace'})
    const grace = await room.join({name: 'Grace Hopper'})
    for (const {token} of [ada, grace])
      await room.ask('POST', '/v1/events', {token, body: batchOf('00000001', 0, hint(1))})
    await room.hub.desk.give({kind: 'say', text: 'Dear Countess'}, {learner: ada.learner})
    const request = await room.hub.desk.give({kind: 'snapshot'}, {learner: grace.learner})
    const picture = {columns: 80, lines: [[{text: 'her screen', tone: 'plain'}]]}
    const send = () => room.ask('POST', `/v1/snapshot/${request}`, {token: grace.token, body: picture})
    await expect.poll(async () => (await send()).status).toBe(200)
    for (const trace of ['Lovelace', 'Countess', 'Hopper', 'her screen'])
      await expect.poll(onDisk).toContain(trace)
    expect((await room.ask('POST', '/v1/erase', {body: {device: ada.device}})).status).toBe(200)
    const after = await onDisk()
    for (const trace of ['Lovelace', 'Countess']) expect(after).not.toContain(trace)
    // What is left of her is that somebody with a random id was erased.
    expect(after.split(ada.learner)).toHaveLength(2)
    for (const trace of ['Hopper', 'her screen']) expect(after).toContain(trace)
    await redis.pexpire(`rcl:{${room.room}}:snapshot:${request}`, 1)
    await expect.poll(() => redis.exists(`rcl:{${room.room}}:snapshot:${request}`)).toBe(0)
    await using again = await openRoom({socket: own.socket}, {room: room.room})
    await expect.poll(onDisk).not.toContain('her screen')
    expect(Object.values(again.hub.desk.room().people).map(({name}) => name)).toEqual(['Grace Hopper'])
  })

  test('keeps what it has acknowledged when it is killed', async () => {
    await using room = await openRoom({socket: own.socket})
    const {token, learner} = await room.join()
    const pid = /process_id:(\d+)/.exec(await redis.info('server'))?.[1]
    const body = batchOf('00000001', 0, ...Array.from({length: 20}, (_, n) => hint(n)))
    expect((await room.ask('POST', '/v1/events', {token, body})).body).toMatchObject({ack: 20})
    // On a fast disk everysec would pass this test, too.
    expect(await redis.config('GET', 'appendfsync')).toEqual(['appendfsync', 'always'])
    await own.kill()
    const answers = () => redis.info('server').catch(() => '')
    await expect.poll(answers, {timeout: 10_000}).toMatch(/process_id:/)
    expect(await redis.info('server')).not.toContain(`process_id:${pid}\r`)
    const records = await recordsOf({socket: own.socket}, room.room)
    const stored = records.flatMap(record =>
      'event' in record && record.learner === learner ? [record.event] : [],
    )
    expect(stored).toEqual(Array.from({length: 20}, (_, n) => hint(n)))
  })
})
