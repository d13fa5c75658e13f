// What the prompt shows of a connection, after each of several replies.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {
  afterLoss,
  afterReply,
  type Connection,
  newConnection,
  promptOf,
} from '../../../../src/model/commands/connection.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'

const ok: Reply = {type: 'status', text: 'OK'}
const queued: Reply = {type: 'status', text: 'QUEUED'}
const error: Reply = {type: 'error', text: 'ERR no'}
const nil: Reply = {type: 'nil'}
const done: Reply = {type: 'array', items: []}

/** A typed line and its reply; undefined: the connection is lost. */
type Said = readonly [line: string, reply: Reply] | undefined

function after(...said: readonly Said[]): Connection {
  return said.reduce<Connection>(
    (now, one) => (one ? afterReply(now, one[0].split(' '), one[1]) : {...afterLoss(now), lost: true}),
    newConnection,
  )
}

describe('The prompt is', () => {
  test.each<[string, readonly Said[]]>([
    ['127.0.0.1:7480> ', []],
    ['127.0.0.1:7480[2]> ', [['select 2', ok]]],
    ['127.0.0.1:7480> ', [['SELECT 99', error]]],
    [
      '127.0.0.1:7480> ',
      [
        ['SELECT 2', ok],
        ['SELECT 0', ok],
      ],
    ],
    ['127.0.0.1:7480(TX)> ', [['MULTI', ok]]],
    [
      '127.0.0.1:7480(TX)> ',
      [
        ['MULTI', ok],
        ['MULTI', error],
      ],
    ],
    [
      '127.0.0.1:7480(TX)> ',
      [
        ['MULTI', ok],
        ['GET', error],
      ],
    ],
    [
      '127.0.0.1:7480(TX)> ',
      [
        ['MULTI', ok],
        ['GET a', queued],
      ],
    ],
    [
      '127.0.0.1:7480[5](TX)> ',
      [
        ['MULTI', ok],
        ['SELECT 5', queued],
      ],
    ],
    [
      '127.0.0.1:7480[5]> ',
      [
        ['MULTI', ok],
        ['SELECT 5', queued],
        ['EXEC', done],
      ],
    ],
    [
      '127.0.0.1:7480[1]> ',
      [
        ['SELECT 1', ok],
        ['MULTI', ok],
        ['SELECT 5', queued],
        ['DISCARD', ok],
      ],
    ],
    [
      '127.0.0.1:7480[1]> ',
      [
        ['SELECT 1', ok],
        ['MULTI', ok],
        ['SELECT 5', queued],
        ['EXEC', nil],
      ],
    ],
    [
      '127.0.0.1:7480[1]> ',
      [
        ['SELECT 1', ok],
        ['MULTI', ok],
        ['SELECT 5', queued],
        ['EXEC', error],
      ],
    ],
    [
      '127.0.0.1:7480> ',
      [
        ['SELECT 1', ok],
        ['MULTI', ok],
        ['RESET', {type: 'status', text: 'RESET'}],
      ],
    ],
    ['not connected> ', [['SELECT 1', ok], undefined]],
    ['127.0.0.1:7480[1]> ', [['SELECT 1', ok], undefined, ['GET a', nil]]],
    [
      '127.0.0.1:7480[1]> ',
      [['SELECT 1', ok], ['MULTI', ok], ['SELECT 5', queued], undefined, ['EXEC', error]],
    ],
  ])('%j after %j', (prompt, said) => {
    expect(promptOf('6480', rosterAt(7379), after(...said))).toBe(prompt)
  })
})

test('HELLO chooses the protocol, and RESET takes it back', () => {
  const map: Reply = {type: 'map', pairs: []}
  expect(after(['HELLO 3', map])).toMatchObject({resp: 3})
  expect(after(['HELLO 3', map], ['HELLO 4', error])).toMatchObject({resp: 3})
  expect(after(['HELLO 3', map], ['HELLO', map])).toMatchObject({resp: 3})
  expect(after(['HELLO 3', map], ['HELLO 2', done])).toMatchObject({resp: 2})
  expect(after(['HELLO 3', map], ['RESET', {type: 'status', text: 'RESET'}])).toEqual(newConnection)
})
