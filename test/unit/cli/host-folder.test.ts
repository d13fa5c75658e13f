// Until when the rooms of this computer are kept.

import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {noteExpiry, removeExpired} from '../../../src/cli/host-folder.ts'
import {takeFreeLock} from '../../../src/platform/file-lock.ts'

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hosts-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return folder
}

/** As a host that has ended leaves it. */
async function leaveRoom(folder: string, room: string, until: number): Promise<void> {
  await mkdir(join(folder, room, 'appendonlydir'), {recursive: true})
  for (const one of ['port', 'page', 'counts-only']) await writeFile(join(folder, `${room}-${one}`), '')
  await writeFile(join(folder, 'room'), room)
  const noted = await noteExpiry(folder, room, async () => until)
  await noted[Symbol.asyncDispose]()
}

const now = 1_800_000_000_000

test('A room is removed with all that is beside it once its Redis would have forgotten it, and no other room', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'certificate.json'), '')
  await leaveRoom(folder, 'week-2', now + 1)
  await leaveRoom(folder, 'week', now - 1)
  expect(await removeExpired(folder, now)).toEqual(['week'])
  expect((await readdir(folder)).toSorted()).toEqual([
    ...['certificate.json', 'week-2', 'week-2-counts-only', 'week-2-page', 'week-2-port', 'week-2-until'],
  ])
  expect(await removeExpired(join(folder, 'nowhere'), now)).toEqual([])
})

test('A room that a host has open stays, and so does one of which it is not known', async () => {
  const folder = await newFolder()
  await leaveRoom(folder, 'open', now - 1)
  await mkdir(join(folder, 'other'))
  await writeFile(join(folder, 'other-until'), '')
  await using _ = await takeFreeLock(join(folder, 'open'), () => new Error('held'))
  expect(await removeExpired(folder, now)).toEqual([])
  expect(await readdir(folder)).toContain('other')
})

test('What was noted stays while Redis is away', async () => {
  const folder = await newFolder()
  let isAway = false
  const noted = await noteExpiry(folder, 'room', async () => {
    if (isAway) throw new Error('away')
    return now - 1
  })
  isAway = true
  await noted[Symbol.asyncDispose]()
  expect(await removeExpired(folder, now)).toEqual(['room'])
})
