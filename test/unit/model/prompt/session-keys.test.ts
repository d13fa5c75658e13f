// Which keys a session knows: nobody but the learner has named them, and the replies the learner got.

import {expect, test} from 'vitest'
import type {Outcome} from '../../../../src/model/commands/action.ts'
import type {CommandTable} from '../../../../src/model/commands/command-table.ts'
import {sessionKeys} from '../../../../src/model/prompt/session-keys.ts'
import {bytesOf} from '../../../../src/model/protocol/bytes.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'
import type {By, Entry} from '../../../../src/model/state/lab-state.ts'

const key = {arity: 2, keys: [1, 1, 1]} as const
const commandTable: CommandTable = {
  SET: key,
  GET: key,
  LRANGE: key,
  MGET: {arity: -2, keys: [1, -1, 1]},
  MSET: {arity: -3, keys: [1, -1, 2]},
  KEYS: {arity: 2},
  SCAN: {arity: -2},
  RANDOMKEY: {arity: 1},
  PING: {arity: -1},
  CLUSTER: {arity: -2},
  'CLUSTER GETKEYSINSLOT': {arity: 4},
}
const ok: Reply = {type: 'status', text: 'OK'}
const bulk = (text: string): Reply => ({type: 'bulk', bytes: bytesOf(text)})
const array = (...items: readonly Reply[]): Reply => ({type: 'array', items})

function entry(line: string, reply: Reply = ok, by: By = 'learner'): Entry {
  const words = line.split(' ').map(bytesOf)
  const outcome: Outcome = {action: {do: 'command', node: '6379', words}, at: 0, ms: 1, is: 'replied', reply}
  return {id: 1, by, typed: line, node: '6379', parts: [{outcome}], running: false, at: 0}
}

const known = (...entries: readonly Entry[]) => sessionKeys(entries, commandTable)

test('Keys of commands, the newest first, each once', () => {
  expect(known(entry('SET a 1'), entry('MSET b 1 c 2'), entry('GET a'), entry('GET 书'))).toEqual([
    '书',
    'a',
    'b',
    'c',
  ])
})

test('Keys that a reply has named', () => {
  expect(known(entry('KEYS *', array(bulk('a'), bulk('b'))))).toEqual(['a', 'b'])
  expect(known(entry('SCAN 0', array(bulk('17'), array(bulk('a'), bulk('b')))))).toEqual(['a', 'b'])
  expect(known(entry('CLUSTER GETKEYSINSLOT 866 10', array(bulk('a'))))).toEqual(['a'])
  expect(known(entry('RANDOMKEY', bulk('a')))).toEqual(['a'])
  expect(known(entry('RANDOMKEY', {type: 'nil'}))).toEqual([])
})

test('No value, no element, and nothing of a command nobody knows', () => {
  expect(
    known(entry('LRANGE list 0 -1', array(bulk('element'))), entry('NOSUCH x'), entry('PING x')),
  ).toEqual(['list'])
})

test("Not the keys of the lab's own lines; those of a solution", () => {
  expect(known(entry('SET hidden 1', ok, 'lab'), entry('SET shown 1', ok, 'solution'))).toEqual(['shown'])
})

test('Three hundred at most', () => {
  const keys = Array.from({length: 400}, (_, i) => `k${i}`)
  expect(known(entry(`MGET ${keys.join(' ')}`))).toHaveLength(300)
})
