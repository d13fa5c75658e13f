// Until when a node holds commands.

import {expect, test} from 'vitest'
import type {Outcome} from '../../../../src/model/commands/action.ts'
import {clientPauseLeft} from '../../../../src/model/state/transcript.ts'

const ran = (typed: string, at: number): Outcome => ({
  action: {do: 'command', node: '6380', words: typed.split(' ')},
  at,
  ms: 2,
  is: 'replied',
  reply: {type: 'status', text: 'OK'},
})

test('A node holds commands until its CLIENT PAUSE is over or taken back', () => {
  const paused = ran('client pause 60000', 1000)
  expect(clientPauseLeft([paused, ran('GET a', 1100)], '6380', 11_002)).toBe(50_000)
  expect(clientPauseLeft([paused], '6379', 11_002)).toBe(0)
  expect(clientPauseLeft([paused], '6380', 90_000)).toBe(0)
  expect(clientPauseLeft([paused, ran('CLIENT UNPAUSE', 2000)], '6380', 11_002)).toBe(0)
  expect(clientPauseLeft([], '6380', 0)).toBe(0)
})
