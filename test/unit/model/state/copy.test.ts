// What is copied is what the screen shows: whole, and without a sequence that another program could have hidden in a value.

import {expect, test} from 'vitest'
import {bytesOf} from '../../../../src/model/protocol/bytes.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'
import {textToCopy} from '../../../../src/model/state/copy.ts'
import type {Entry} from '../../../../src/model/state/lab-state.ts'

const entry = (typed: string, replies: readonly Reply[], by: Entry['by'] = 'learner'): Entry => ({
  id: 1,
  by,
  typed,
  node: '6379',
  running: false,
  at: 0,
  parts: replies.map(reply => ({
    outcome: {
      action: {do: 'command', node: '6379', words: typed.split(' ')},
      at: 0,
      ms: 1,
      is: 'replied',
      reply,
    },
  })),
})
const bulk = (text: string): Reply => ({type: 'bulk', bytes: bytesOf(text)})

test('the last reply, as redis-cli prints it', () => {
  const entries = [
    entry('GET a', [bulk('1')]),
    entry('LRANGE l 0 -1', [{type: 'array', items: [bulk('x'), bulk('y')]}]),
  ]
  expect(textToCopy({entries}, 'reply')).toBe('1) "x"\n2) "y"')
})

test('of a line that went to several nodes, all replies', () => {
  const entries = [
    entry('PING', [
      {type: 'status', text: 'PONG'},
      {type: 'status', text: 'PONG'},
    ]),
  ]
  expect(textToCopy({entries}, 'reply')).toBe('PONG\nPONG')
})

test('the last line that the learner typed', () => {
  const entries = [entry('GET a', [bulk('1')]), entry('SET b 2', [bulk('1')], 'solution')]
  expect(textToCopy({entries}, 'line')).toBe('GET a')
})

test('a line or a reply with escape sequences shows them instead', () => {
  const evil = '\x1b]52;c;ZXZpbA==\x07x'
  const entries = [entry(`SET k ${evil}`, [{type: 'error', text: `ERR ${evil}`}])]
  for (const what of ['reply', 'line'] as const) expect(textToCopy({entries}, what)).not.toMatch(/\p{Cc}/u)
})

test('nothing before there is anything', () => {
  expect(textToCopy({entries: []}, 'reply')).toBeUndefined()
  expect(textToCopy({entries: []}, 'line')).toBeUndefined()
})
