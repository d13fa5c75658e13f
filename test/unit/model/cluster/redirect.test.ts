// What a redirect says, and the line for it.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {
  addressOf,
  type Redirect,
  redirectOf,
  redirectText,
  targetOf,
} from '../../../../src/model/cluster/redirect.ts'
import type {Reply} from '../../../../src/model/protocol/reply.ts'

const error = (text: string): Reply => ({type: 'error', text})
const redirect = (text: string): Redirect => redirectOf(error(text)) ?? expect.fail(`${text} is no redirect`)

describe('A reply asks to go on', () => {
  test.each<[text: string, redirect: Redirect]>([
    ['MOVED 12182 127.0.0.1:6381', {is: 'MOVED', slot: 12182, host: '127.0.0.1', port: 6381}],
    ['ASK 0 127.0.0.1:6380', {is: 'ASK', slot: 0, host: '127.0.0.1', port: 6380}],
    // A node that does not know how others reach it leaves the host out.
    ['MOVED 12182 :6381', {is: 'MOVED', slot: 12182, host: '', port: 6381}],
    ['MOVED 12182 fe80::1:6381', {is: 'MOVED', slot: 12182, host: 'fe80::1', port: 6381}],
  ])('%s', (text, asked) => {
    expect(redirectOf(error(text))).toEqual(asked)
  })

  test.each<[Reply]>([
    [error('MOVED')],
    [error('MOVED house')],
    [error('ERR MOVED 1 127.0.0.1:6381')],
    [error('TRYAGAIN Multiple keys request during rehashing of slot')],
    [{type: 'status', text: 'MOVED 1 127.0.0.1:6381'}],
    [{type: 'bulk', bytes: 'MOVED 1 127.0.0.1:6381'}],
    [{type: 'nil'}],
  ])('not so %j', reply => {
    expect(redirectOf(reply)).toBeUndefined()
  })
})

describe('It leads to', () => {
  test.each([
    ['MOVED 1 127.0.0.1:6381', 6379, '6381'],
    ['MOVED 1 127.0.0.1:7480', 7379, '6480'],
    ['MOVED 1 :6381', 6379, '6381'],
    // What listens on the nominal port of a set that has moved is somebody else's Redis.
    ['MOVED 1 127.0.0.1:6381', 7379, undefined],
    ['MOVED 1 10.0.0.7:6381', 6379, undefined],
    ['MOVED 1 127.0.0.1:6382', 6379, undefined],
  ])('%s, with the first node on %i: %s', (text, roster, node) => {
    expect(targetOf(redirect(text), rosterAt(roster))).toBe(node)
  })
})

test('The line for it is that of redis-cli, and cannot command the terminal', () => {
  expect(redirectText(redirect('ASK 12182 127.0.0.1:6381'))).toBe(
    '-> Redirected to slot [12182] located at 127.0.0.1:6381',
  )
  expect(addressOf(redirect('MOVED 1 :6381'))).toBe('127.0.0.1:6381')
  expect(redirectText(redirect('MOVED 1 \x1b[2Jx:6381'))).toBe('-> Redirected to slot [1] located at x:6381')
})
