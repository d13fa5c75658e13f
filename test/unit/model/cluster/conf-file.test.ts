// A directive is set where it was, whatever name it has there, and those by which the lab keeps its nodes are refused.

import {describe, expect, test} from 'vitest'
import {editConf, overrulesPassword, whyNotInConf} from '../../../../src/model/cluster/conf-file.ts'

const file = ['# port 1', 'port 6382', 'appendonly yes', '', 'user lab on #12 ~* &* +@all']

describe('A directive', () => {
  test.each<[directive: string, before: readonly string[], after: readonly string[]]>([
    ['requirepass s3cret', file, [...file, 'requirepass s3cret']],
    ['appendonly no', file, file.with(2, 'appendonly no')],
    ['AppendOnly no', file, file.with(2, 'AppendOnly no')],
    ['replicaof 127.0.0.1 6379', ['slaveof 127.0.0.1 1'], ['replicaof 127.0.0.1 6379']],
    ['masterauth a', ['primaryauth b'], ['masterauth a']],
    ['save 60 1', ['save 900 1', 'port 1', 'save 300 10'], ['save 60 1', 'port 1']],
    ['user shop on >tea', file, [...file, 'user shop on >tea']],
    ['user shop on >tea', ['user shop off', 'user default on'], ['user shop on >tea', 'user default on']],
  ])('is set: %s', (directive, before, after) => {
    expect(editConf(before, {directive})).toEqual(after)
  })

  test.each<[directive: string, before: readonly string[], after: readonly string[]]>([
    ['appendonly', file, file.toSpliced(2, 1)],
    ['replicaof', ['slaveof 127.0.0.1 1'], []],
    ['user default', ['user default on nopass', 'user lab on'], ['user lab on']],
    ['requirepass', file, file],
  ])('is removed: %s', (directive, before, after) => {
    expect(editConf(before, {directive, remove: true})).toEqual(after)
  })

  test.each([
    'requirepass s3cret',
    'bind 127.0.0.1',
    'bind 127.0.0.1 -::1 127.0.0.2',
    'user shop on',
    'protected-mode no',
  ])('may be set: %s', directive => {
    expect(whyNotInConf({directive})).toBeUndefined()
  })

  test.each([
    ['port 1', 'files.kept'],
    ['PORT 1', 'files.kept'],
    ['"dir" /', 'files.kept'],
    ['daemonize yes', 'files.kept'],
    ['unixsocket /tmp/s', 'files.kept'],
    ['rename-command INFO x', 'files.kept'],
    ['slave-announce-port 1', 'files.kept'],
    ['user lab off', 'files.kept'],
    ['bind 0.0.0.0', 'files.bind'],
    ['bind *', 'files.bind'],
    ['bind 127.0.0.1 192.168.0.7', 'files.bind'],
    ['bind ::1', 'files.bind'],
  ])('is refused: %s', (directive, key) => {
    expect(whyNotInConf({directive})?.key).toBe(key)
  })

  test('by which the lab keeps the node is not removed either', () => {
    expect(whyNotInConf({directive: 'bind', remove: true})?.key).toBe('files.bind')
    expect(whyNotInConf({directive: 'dir', remove: true})?.key).toBe('files.kept')
    expect(whyNotInConf({directive: 'user lab', remove: true})?.key).toBe('files.kept')
  })
})

test('The rules of the user default overrule requirepass', () => {
  const rules = 'user default on nopass ~* &* +@all'
  expect(overrulesPassword(['requirepass a', rules])).toBe(rules)
  expect(overrulesPassword([rules])).toBeUndefined()
  expect(overrulesPassword(['requirepass a', 'user lab on'])).toBeUndefined()
})
