// What the lab says of a line that a command does not take.

import {expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {explainLine} from '../../../../src/model/explain/line-errors.ts'
import {type Message, translate} from '../../../../src/model/text/messages.ts'

test.each([
  ['MEET', 'did you mean CLUSTER MEET?'],
  ['REPLICATION', 'did you mean INFO REPLICATION?'],
  ['MEGT', 'did you mean MGET?'],
])('A word that belongs behind CLUSTER is not taken for a misspelled command: %s', (typed, sentence) => {
  const explanation = explainLine.find(({begins}) => begins.startsWith('ERR unknown command'))
  const diagnosis = explanation?.here({
    error: '',
    gaps: [typed],
    action: {do: 'command', node: '6379', words: [typed, '127.0.0.1', '6380']},
    roster: rosterAt(6379),
    isPast: false,
    logs: [],
    following: false,
    commandTable: {MGET: {arity: -2}, 'CLUSTER MEET': {arity: -4}},
  })
  expect(diagnosis?.next && translate('en', diagnosis.next as Message)).toBe(sentence)
})

test.each([
  [1, 'ROLE takes no arguments'],
  [3, 'ROLE got 1 word, but takes 2'],
  [-3, 'ROLE got 1 word, but takes 2 or more'],
  [-2, 'ROLE got 1 word'],
])('Of an arity of %i: %s', (arity, sentence) => {
  const explanation = explainLine.find(({begins}) => begins.startsWith('ERR wrong number'))
  const diagnosis = explanation?.here({
    error: '',
    gaps: ['role'],
    action: {do: 'command', node: '6379', words: ['ROLE', 'x']},
    roster: rosterAt(6379),
    isPast: false,
    logs: [],
    following: false,
    commandTable: {ROLE: {arity, keys: [], changes: 'nothing'}} as never,
  })
  expect(diagnosis && translate('en', diagnosis.fact)).toBe(sentence)
})
