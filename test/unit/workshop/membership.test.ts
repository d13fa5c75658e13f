// What a computer keeps of a hub, and that only one lab uses it.

import {mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {takeFreeLock} from '../../../src/platform/file-lock.ts'
import {
  forgetHub,
  hubFolder,
  MembershipKeeper,
  readMembership,
  writeMembership,
} from '../../../src/workshop/membership.ts'

let place = ''
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'membership-'))
})
afterEach(() => rm(place, {recursive: true, force: true}))

test('A membership is read by this user alone, is another person at each hub, and a file that is damaged is a new person', async () => {
  const addresses = [
    {protocol: 'pinned', host: '10.0.0.1', port: 7700} as const,
    {protocol: 'plain', host: '10.0.0.1', port: 7700} as const,
  ]
  const [one = '', two = ''] = addresses.map(address => hubFolder(place, address))
  expect(one).not.toBe(two)
  const first = await readMembership(one)
  expect(first.device).toMatch(/^[0-9a-f]{32}$/)
  expect((await readMembership(two)).device).not.toBe(first.device)
  await writeMembership(one, {...first, code: 'ABCDEF'})
  expect(await readMembership(one)).toEqual({...first, code: 'ABCDEF'})
  const file = join(one, 'membership.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(one)).mode & 0o777).toBe(0o700)
  expect(await readFile(file, 'utf8')).not.toContain(place)
  await writeFile(file, JSON.stringify({...first, kept: {flag: 'help', heard: 'x'}}))
  expect(await readMembership(one)).toEqual(first)
  await writeFile(file, '{"device":"../../x"}')
  expect((await readMembership(one)).device).toMatch(/^[0-9a-f]{32}$/)
  await forgetHub(one)
  await expect(stat(one)).rejects.toThrow('ENOENT')
})

test('Of many changes at once the newest is on disk when the lab ends, and no draft; a disk that fails ends nothing', async () => {
  const first = await readMembership(place)
  const keeper = new MembershipKeeper(place, first)
  for (let n = 1; n <= 50; n++) {
    keeper.keep({cursor: `${n}-0`})
    // Some come while one is being written.
    if (n % 10 === 0) await setImmediate()
  }
  await keeper.close()
  expect(await readMembership(place)).toEqual({...first, cursor: '50-0'})
  expect(await readdir(place)).toEqual(['membership.json'])
  await rm(join(place, 'membership.json'))
  await mkdir(join(place, 'membership.json'))
  keeper.keep({cursor: '51-0'})
  await keeper.close()
})

test('A second lab of the same membership is refused with the pid of the first, until that one ends', async () => {
  const refused = (pid: number) => new Error(`process ${pid}`)
  const first = await takeFreeLock(place, refused)
  await expect(takeFreeLock(place, refused)).rejects.toThrow(`process ${process.pid}`)
  await first[Symbol.asyncDispose]()
  await using _ = await takeFreeLock(place, refused)
})
