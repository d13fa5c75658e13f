// What a long session keeps of large replies.

import {expect, test} from 'vitest'
import type {Reply} from '../../../../src/model/protocol/reply.ts'
import {line, played} from '../../ui/states.ts'

const bulk = (bytes: string): Reply => ({type: 'bulk', bytes})
const list = (length: number): Reply => ({type: 'array', items: Array.from({length}, () => bulk('k'))})
const pings = (count: number) =>
  Array.from({length: count}, () => line('PING', {type: 'status', text: 'PONG'})).flat()

test.each<[string, Reply, Reply]>([
  ['a string', bulk('x'.repeat(30_000)), bulk('x'.repeat(20_000))],
  ['a list', list(2000), list(500)],
  [
    'a list in a list',
    {type: 'array', items: [bulk('0'), list(2000)]},
    {type: 'array', items: [bulk('0'), list(500)]},
  ],
])('%s is whole in the newest forty lines, and then its beginning', (_, whole, beginning) => {
  const new40 = played([...line('KEYS *', whole), ...pings(39)])
  expect(new40.entries[0]?.parts).toMatchObject([{outcome: {reply: whole}}])
  const old = played(pings(1), new40)
  expect(old.entries[0]).toMatchObject({parts: [{outcome: {reply: beginning}}], shortened: true})
  expect(played(pings(5), old).entries[0]).toBe(old.entries[0])
})

test('a small reply stays the same object', () => {
  const before = played(pings(40))
  expect(played(pings(1), before).entries[0]).toBe(before.entries[0])
})
