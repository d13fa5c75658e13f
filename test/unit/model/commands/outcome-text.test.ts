import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import type {Action, Outcome} from '../../../../src/model/commands/action.ts'
import {isBad, outcomeText, replyText} from '../../../../src/model/commands/outcome-text.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'

const get: Action = {do: 'command', node: '6380', words: ['GET', 'k']}
const replied = (reply: Reply, ms = 1): Outcome => ({action: get, at: 0, ms, is: 'replied', reply})
const failed: Outcome = {action: get, at: 0, ms: 1, is: 'failed', because: {key: 'outcome.closed'}}
const killed: Outcome = {action: {do: 'kill', node: '6381'}, at: 0, ms: 1, is: 'done', pid: 4711}

describe('An outcome is printed as', () => {
  test.each<[title: string, outcome: Outcome, text: string]>([
    ['redis-cli prints the reply', replied({type: 'bulk', bytes: 'v'}), '"v"'],
    [
      'several lines for an array',
      replied({type: 'array', items: [{type: 'nil'}, {type: 'nil'}]}),
      '1) (nil)\n2) (nil)',
    ],
    ['an error', replied({type: 'error', text: 'ERR no'}), '(error) ERR no'],
    ['a reply with its time where it took half a second', replied({type: 'nil'}, 500), '(nil)\n(0.50s)'],
    ['a reply without its time where it took less', replied({type: 'nil'}, 499.9), '(nil)'],
    ['what was run', killed, 'kill -9 4711'],
    ['the sentence why there is no reply', failed, 'Error: Server closed the connection'],
  ])('%s', (_, outcome, text) => {
    expect(outcomeText(outcome, rosterAt(6379), 'en')).toBe(text)
  })

  test('the same in Chinese, where it is a sentence', () => {
    expect(outcomeText(failed, rosterAt(6379), 'zh')).toBe(
      'Error: Server closed the connection（服务器关闭了连接）',
    )
    expect(outcomeText(killed, rosterAt(6379), 'zh')).toBe('kill -9 4711')
  })
})

describe('Nothing that a server sends can command the terminal', () => {
  const hostile = '\x1b]0;owned\x07\x1b[2Jx'
  test.each<[Outcome]>([
    [replied({type: 'status', text: hostile})],
    [replied({type: 'error', text: hostile})],
    [
      {
        action: get,
        at: 0,
        ms: 1,
        is: 'failed',
        because: {key: 'outcome.protocol', values: {port: 6380, what: hostile}},
      },
    ],
  ])('%j', outcome => {
    expect(outcomeText(outcome, rosterAt(6379), 'en')).not.toMatch(/\p{Cc}/u)
  })

  test('and lines stay lines where the reply is raw', () => {
    expect(
      replyText(
        {type: 'bulk', bytes: '# Server\r\na:\x1b[31m1\tb\r\n'},
        {
          do: 'command',
          node: '6380',
          words: ['INFO'],
        },
      ),
    ).toBe('# Server\na:\\x1b[31m1\\tb')
  })
})

test('Bad news are an error reply, and what could not be done', () => {
  expect([failed, killed, replied({type: 'nil'}), replied({type: 'error', text: 'ERR'})].map(isBad)).toEqual([
    true,
    false,
    false,
    true,
  ])
})
