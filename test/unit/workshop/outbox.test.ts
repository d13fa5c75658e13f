// The outbox on a real disk: full, cut short by a crash, opened again.

import {appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {WorkshopEvent} from '../../../src/model/workshop/event.ts'
import {Outbox} from '../../../src/workshop/outbox.ts'

let file = ''
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'outbox-')), 'hub', 'outbox.jsonl')
})
afterEach(() => rm(dirname(dirname(file)), {recursive: true}))

const hint = (n: number): WorkshopEvent => ({kind: 'hint', lesson: 'tour', step: 'look', n})
const step = (n: number): WorkshopEvent => ({kind: 'step', lesson: 'tour', step: `s${n}`})

/** All numbers and kinds that are still there to send. */
async function all(outbox: Outbox): Promise<readonly string[]> {
  const before = outbox.acknowledged
  const found: string[] = []
  for (;;) {
    const {events} = await outbox.next()
    if (events.length === 0) break
    found.push(...events.map(({seq, event}) => `${seq} ${event.kind}`))
    outbox.acknowledged = events.at(-1)?.seq ?? 0
  }
  outbox.acknowledged = before
  return found
}

test('An outbox has what was added, in its order, a hundred at a time, again from any number, and after it is opened again', async () => {
  const outbox = await Outbox.open(file)
  for (let n = 1; n <= 150; n++) outbox.add(hint(n % 20))
  const {events: first} = await outbox.next()
  expect([first.length, first[0]?.seq, first.at(-1)?.seq, outbox.unsent]).toEqual([100, 1, 100, 150])
  outbox.acknowledged = 140
  expect((await outbox.next()).events.map(({seq}) => seq)).toEqual([
    141, 142, 143, 144, 145, 146, 147, 148, 149, 150,
  ])
  // A hub that has lost some.
  outbox.acknowledged = 120
  expect(await outbox.next()).toMatchObject({after: 120, events: {0: {seq: 121}}})
  // One that has more than there is.
  outbox.acknowledged = 1e9
  expect([outbox.acknowledged, outbox.unsent]).toEqual([150, 0])
  await outbox.close()
  const again = await Outbox.open(file)
  expect([again.epoch, again.unsent]).toEqual([outbox.epoch, 150])
})

test('It and its folder are for this user only', async () => {
  const outbox = await Outbox.open(file)
  outbox.add(hint(1))
  await outbox.close()
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(dirname(file))).mode & 0o777).toBe(0o700)
})

test('A full one gives up beats first, then replies, tries, hints and mistakes, the oldest first, and no step while there are others', async () => {
  const outbox = await Outbox.open(file)
  const place = {lesson: 'tour', step: 'look'}
  const kinds: readonly WorkshopEvent[] = [
    {kind: 'beat'},
    {kind: 'reply', command: 'a', reply: 'seen'},
    {kind: 'try', ...place},
    hint(1),
    {kind: 'mistake', ...place, mistake: 'm'},
    step(1),
    {kind: 'flag', flag: 'help'},
    {kind: 'answer', lesson: 'tour', question: 'q', option: 'a'},
  ]
  for (let n = 0; n < 2001; n++) outbox.add(kinds[n % 8] ?? step(0))
  const counts = async () => {
    const found: Record<string, number> = {}
    for (const one of await all(outbox)) {
      const [, kind = ''] = one.split(' ')
      found[kind] = (found[kind] ?? 0) + 1
    }
    return found
  }
  const needed = {step: 250, flag: 250, answer: 250}
  // 501 had to go: all 251 beats, and all 250 replies.
  expect(await counts()).toEqual({...needed, try: 250, hint: 250, mistake: 250})
  for (let n = 0; n < 501; n++) outbox.add(step(n))
  expect(await counts()).toEqual({...needed, step: 751, mistake: 249})
})

test('One with nothing to give up loses the oldest, and stays bounded', async () => {
  const outbox = await Outbox.open(file)
  for (let n = 0; n < 5000; n++) outbox.add(step(n))
  const left = await all(outbox)
  expect(left.length).toBeLessThanOrEqual(2000)
  expect(left.at(-1)).toBe('5000 step')
  await outbox.close()
  expect((await stat(file)).size).toBeLessThan(400_000)
})

test('A line that a crash cut short is left out, and what comes after it is not', async () => {
  const outbox = await Outbox.open(file)
  for (const n of [1, 2, 3]) outbox.add(hint(n))
  await outbox.close()
  await truncate(file, (await stat(file)).size - 10)
  const again = await Outbox.open(file)
  again.add(hint(4))
  await again.close()
  const third = await Outbox.open(file)
  const found = await all(third)
  expect([third.epoch, found.slice(0, 2), found.length]).toEqual([outbox.epoch, ['1 hint', '2 hint'], 3])
})

test('A number is never given twice, though the last events were given up or never reached the disk', async () => {
  const outbox = await Outbox.open(file)
  for (let n = 0; n < 1999; n++) outbox.add(step(n))
  for (let n = 0; n < 2; n++) outbox.add({kind: 'beat'})
  expect((await all(outbox)).at(-1)).toBe('1999 step')
  await outbox.close()
  // The computer lost its power: the newest line is gone too.
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.slice(0, text.trimEnd().lastIndexOf('\n') + 1))
  const again = await Outbox.open(file)
  again.add(hint(1))
  expect(Number.parseInt((await all(again)).at(-1) ?? '', 10)).toBeGreaterThan(2001)
})

test('A file that is no outbox begins a new one, and foreign or repeated lines are passed over', async () => {
  const outbox = await Outbox.open(file)
  outbox.add(hint(1))
  await outbox.close()
  const lines = [
    '{"seq":1,"at":1,"event":{"kind":"beat"}}',
    '{"seq":2,"at":1,"event":{"kind":"beat","typed":"SET a b"}}',
    '{"seq":"3","at":1,"event":{"kind":"beat"}}',
    '[]',
    '{"seq":4,"at":1,"event":{"kind":"beat"}}',
  ]
  await appendFile(file, `${lines.join('\n')}\n`)
  expect(await all(await Outbox.open(file))).toEqual(['1 hint', '4 beat'])
  for (const text of ['', 'garbage', '{"epoch":"../../x"}\n', '\0\0\0\0']) {
    await writeFile(file, text)
    const fresh = await Outbox.open(file)
    expect(fresh.epoch).toMatch(/^[0-9a-f]{8}$/)
    expect(fresh.epoch).not.toBe(outbox.epoch)
  }
})
