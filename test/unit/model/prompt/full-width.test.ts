// Lines typed with an input method left on.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {fullWidthKey, fullWidthMessage, narrowed} from '../../../../src/model/prompt/full-width.ts'
import {offerOf} from '../../../../src/model/prompt/offer.ts'
import {parseLine} from '../../../../src/model/prompt/parse-line.ts'
import {translate} from '../../../../src/model/text/messages.ts'

describe('Full-width signs that control a line are replaced, and its values stay', () => {
  test.each([
    ['、hint', '/hint', '、/', true],
    ['／hint', '/hint', '／/', true],
    ['/kill　６３８１', '/kill 6381', '\u3000 ６6３3８8１1', true],
    ['＠7480 PING', '@7480 PING', '＠@', true],
    ['＠７４８０　GET　书', '@7480 GET 书', '＠@７7４4８8０0\u3000 ', true],
    ['３ PING', '3 PING', '３3', true],
    ['ＧＥＴ a', 'GET a', 'ＧGＥEＴT', true],
    ['：set raw', ':set raw', '：:', true],
    ['GET　product:1', 'GET product:1', '\u3000 ', true],
    ['\u3000PING', 'PING', '\u3000 ', true],
    ['SET 购物车 “一 二”', 'SET 购物车 "一 二"', '“"”"', true],
    ['SET 购物车 ‘一 二’', "SET 购物车 '一 二'", "‘'’'", true],
    ['SET k　v', 'SET k v', '\u3000 ', false],
    ['SET k “say "x"”', 'SET k "say \\"x\\""', '“"”"', true],
    ['REPLICAOF 127.0.0.1：7379', 'REPLICAOF 127.0.0.1:7379', '：:', false],
    ['REPLICAOF 127.0.0.1 ７３７９', 'REPLICAOF 127.0.0.1 7379', '７7３3９9', false],
    ['redis-cli －p ６４８０ GET ａ', 'redis-cli -p 6480 GET ａ', '－-６6４4８8０0', false],
    [
      'redis-cli ——cluster check 127.0.0.1：6379',
      'redis-cli --cluster check 127.0.0.1:6379',
      '——--：:',
      false,
    ],
  ])('%s', (typed, line, signs, isHeld) => {
    const found = narrowed(typed)
    expect([found?.line, found?.signs.flat().join(''), found?.isHeld]).toEqual([line, signs, isHeld])
  })

  test.each([
    'PING',
    'SET k ５',
    'SET k：1 “一',
    'SET k "一\u3000二"',
    "SET k '“一”'",
    'SET 购物车 书、笔',
    'GET k？',
  ])('%s has none', typed => {
    expect(narrowed(typed)).toBeUndefined()
  })
})

const context = {node: '6380', roster: rosterAt(6379)} as const

describe('At the prompt', () => {
  test('a line that cannot run is told with the line to run', () => {
    const line = parseLine('、hint', context)
    expect(line.is === 'rejected' && translate('zh', line.because)).toBe(
      '输入法处于全角状态：、 应为 /。按 Enter 执行 /hint',
    )
    const blank = parseLine('GET　a', context)
    expect(blank.is === 'rejected' && translate('en', blank.because)).toBe(
      'Full-width input: the full-width space (U+3000) should be a space. Press Enter to run GET a',
    )
  })

  test('a line that Redis may accept is sent as typed', () => {
    expect(parseLine('SET k “一”', context)).toMatchObject({
      is: 'actions',
      actions: [{words: expect.any(Array)}],
    })
  })

  test('full-width quotes around a blank are held, because Redis would split the value', () => {
    const line = parseLine('set a “x y”', context)
    expect(line.is === 'rejected' && translate('zh', line.because)).toBe(
      '输入法处于全角状态：“ 应为 "，” 应为 "。按 Enter 执行 set a "x y"',
    )
  })

  test('a key with a full-width colon or brace is another key', () => {
    const said = (...keys: string[]) => {
      const words = fullWidthKey(keys)
      return words && translate('zh', words)
    }
    expect(said('a', 'cart：ann')).toBe(
      '键 cart：ann 含有全角冒号或花括号：在 Redis 看来，它与 cart:ann 是不同的键。',
    )
    expect(said('｛product｝1')).toMatch(/它与 \{product\}1 是不同的键/)
    expect(said('cart:ann')).toBeUndefined()
  })

  test('a number while a step waits gets a sentence, and is not sent', () => {
    expect(parseLine('1', {...context, play: {phase: 'preparing'}})).toMatchObject({
      is: 'rejected',
      because: {key: 'line.notOpenYet'},
    })
  })

  test('full-width digits answer the open question', () => {
    expect(parseLine('２', {...context, options: 3})).toEqual({is: 'answer', option: 2})
  })

  test('a password is not repeated', () => {
    const found = narrowed('AUTH　hunter2')
    expect(found && JSON.stringify(fullWidthMessage(found))).not.toContain('hunter2')
  })

  test('the offer is that of the last typed line', () => {
    const entry = {by: 'learner', node: '6380', running: false, at: 0} as const
    const told = parseLine('、hint', context)
    const offered = {
      ...entry,
      id: 1,
      typed: '、hint',
      parts: told.is === 'rejected' ? [{message: told.because}] : [],
    }
    expect(offerOf({entries: [offered]})).toBe('/hint')
    expect(offerOf({entries: [offered, {...entry, id: 2, typed: 'PING', parts: []}]})).toBeUndefined()
  })
})
