// Which redirect the learner got: from whom, to whom, for which key; and those of which only the number is known.

import {describe, expect, test} from 'vitest'
import type {NodeName} from '../../../../../src/model/cluster/node.ts'
import type {Outcome} from '../../../../../src/model/commands/action.ts'
import {gotRedirect, type Redirection, sawRedirect} from '../../../../../src/model/lesson/goals/redirects.ts'
import {slotAsked} from '../../../../../src/model/lesson/goals/slots.ts'
import {answer, evidenceOf, master, replica, snapshotOf} from '../../readings.ts'

function replied(node: NodeName, line: string, text: string): Outcome {
  const reply = {type: 'error', text} as const
  return {action: {do: 'command', node, words: line.split(' ')}, at: 0, ms: 1, is: 'replied', reply}
}

/** 6479 has counted so many MOVED. */
function moved(times: number, ...outcomes: readonly Outcome[]) {
  return evidenceOf(
    snapshotOf([replica('6479', 6379, {errors: {MOVED: times}})]),
    snapshotOf([replica('6479', 6379)]),
    outcomes,
  )
}

const own = 'MOVED 866 127.0.0.1:6379'
const write = replied('6479', 'RPUSH orders:today teapot', own)
const read = replied('6479', 'get hello', own)
const foreign = replied('6479', 'SET foo 1', 'MOVED 12182 127.0.0.1:6381')
const wanted: Redirection = {is: 'MOVED', from: '6479', to: '6379', command: 'write'}

describe('A redirect', () => {
  const untried = '6479: no write to a key of 6379 in this step yet'
  test.each<[string, Redirection, ReturnType<typeof moved>, string]>([
    ['was not seen', wanted, moved(0), untried],
    ['was seen', wanted, moved(1, write), 'met'],
    ['to another node is another one', wanted, moved(1, foreign), untried],
    ['of a read is none of a write', wanted, moved(1, read), untried],
    [
      'of a write is none of a read',
      {...wanted, command: 'read'},
      moved(1, write),
      '6479: no read of a key of 6379 in this step yet',
    ],
    [
      'of another key is another one',
      {is: 'MOVED', from: '6479', key: 'hello'},
      moved(1, foreign),
      '6479 has not been sent a command with such a key in this step yet',
    ],
    ['of this key counts', {is: 'MOVED', from: '6479', key: 'hello'}, moved(1, read), 'met'],
    ['that was followed, or came to another terminal, counts', wanted, moved(2, foreign), 'met'],
  ])('%s', (_, redirection, evidence, said) => {
    expect(answer(gotRedirect(redirection), evidence)).toBe(said)
  })

  test('of which only the number is known is not enough where several are asked for', () => {
    expect(answer(gotRedirect(wanted, 3), moved(2))).toBe(untried)
    expect(answer(gotRedirect(wanted, 3), moved(3))).toBe('met')
  })

  test('was shown at the prompt, or not', () => {
    expect(sawRedirect(wanted)(moved(1, write))).toBe(true)
    expect(sawRedirect(wanted)(moved(1))).toBe(false)
  })
})

describe('The slot of a key was asked for', () => {
  const called = (times: number, ...keys: readonly string[]) =>
    evidenceOf(
      snapshotOf([master('6380', 0, {}, {calls: {'cluster|keyslot': times}})]),
      snapshotOf([master('6380')]),
      keys.map(key => replied('6380', `cluster keyslot ${key}`, 'not looked at')),
    )
  const unasked = 'CLUSTER KEYSLOT cart:ann has not been run in this step yet'
  test.each<[string, ReturnType<typeof called>, string]>([
    ['not yet', called(0), unasked],
    ['of this key', called(1, 'cart:ann'), 'met'],
    ['not of another', called(1, 'foo'), unasked],
    ['in another terminal, of an unknown one', called(2, 'foo'), 'met'],
  ])('%s', (_, evidence, said) => {
    expect(answer(slotAsked('cart:ann'), evidence)).toBe(said)
  })
})
