// The history file: several labs at once, for its owner alone, and no lab that fails because of it.

import {mkdir, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openHistory} from '../../../src/lab/files/history-file.ts'
import {mostHistory} from '../../../src/model/prompt/history.ts'
import {translate} from '../../../src/model/text/messages.ts'

let folder = ''
const file = () => join(folder, 'data', 'history')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-test-'))
})
afterEach(() => rm(folder, {recursive: true}))

test('The history is there for the next lab, and readable only by its owner', async () => {
  const first = await openHistory(file())
  expect(first.lines).toEqual([])
  first.keep(['PING', 'PING', 'AUTH hunter2', ' '])
  first.keep(['PING'])
  first.keep(['GET 书'])
  expect(await first.close()).toBeUndefined()
  expect(await readFile(file(), 'utf8')).toBe('PING\nGET 书\n')
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  const second = await openHistory(file())
  expect(second.lines).toEqual(['PING', 'GET 书'])
})

test('Labs that save at the same time lose nothing, even while the file is shortened', async () => {
  const old = Array.from({length: mostHistory * 1.5}, (_, i) => `GET ${i}`)
  await mkdir(join(folder, 'data'))
  await writeFile(file(), old.map(line => `${line}\n`).join(''))
  const labs = await Promise.all([1, 2, 3].map(() => openHistory(file())))
  for (let i = 0; i < 20; i++) for (const [lab, {keep}] of labs.entries()) keep([`SET lab:${lab} ${i}`])
  for (const {close} of labs) expect(await close()).toBeUndefined()
  const {lines} = await openHistory(file())
  expect(lines).toHaveLength(mostHistory)
  for (const lab of [0, 1, 2])
    expect(lines.filter(line => line.startsWith(`SET lab:${lab} `))).toEqual(
      Array.from({length: 20}, (_, i) => `SET lab:${lab} ${i}`),
    )
  expect((await readFile(file(), 'utf8')).split('\n').length).toBeLessThan(mostHistory * 1.5)
})

test('An unreadable file is not written, and the lab reports why at its end', async () => {
  await mkdir(file(), {recursive: true})
  const history = await openHistory(file())
  expect(history.lines).toEqual([])
  history.keep(['PING'])
  const fault = await history.close()
  expect(fault && translate('en', fault)).toMatch(
    /^Cannot save the history of typed lines to .*history: EISDIR/,
  )
})

test('If the file cannot be written, the lab reports why at its end', async () => {
  const history = await openHistory(file())
  await writeFile(join(folder, 'data'), 'where its folder should be')
  history.keep(['PING'])
  history.keep(['INFO'])
  expect(await history.close()).toMatchObject({key: 'error.history'})
})
