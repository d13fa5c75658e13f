// What the lab says of a line that a command does not take.

import {expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {explainLine} from '../../../../src/model/explain/line-errors.ts'
import {translate} from '../../../../src/model/text/messages.ts'

test.each([
  [1, 'ROLE takes no arguments'],
  [3, 'ROLE got 1 word, but takes 2'],
  [-3, 'ROLE got 1 word, but takes 2 or more'],
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
