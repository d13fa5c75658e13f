// What is added to the complaints of `redis-cli --cluster`.

import {describe, expect, test} from 'vitest'
import {idInsteadOfPort} from '../../../../src/model/explain/tool-errors.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {recorded} from '../../recorded/recording.ts'

const state = {...initialState(), snapshot: recorded('cluster')}

const added = (line: string) => {
  const words = idInsteadOfPort(line, state)
  return words && translate('en', words)
}

describe('A port where an ID belongs', () => {
  test.each([
    '[ERR] No such node ID 6381',
    '[ERR] No such node ID 127.0.0.1:6381',
    '[ERR] No such master ID 6381',
    '[ERR] No such primary ID 6381',
    '*** No such master node 6381',
    '*** No such primary node 6381',
    '*** The specified node (6381) is not known or not a master, please retry.',
    '*** The specified node (6381) is not known or not a primary, please retry.',
  ])('%s', line => {
    expect(added(line)).toMatch(/^A port does not name a node here; the ID of 6381 does: [0-9a-f]{40}$/)
  })

  test.each([
    '[ERR] No such node ID 7000',
    '[ERR] No such node ID 0123456789abcdef0123456789abcdef01234567',
    '[ERR] Node 127.0.0.1:6381 is not empty! Reshard data away and try again.',
    '>>> Performing Cluster Check (using node 127.0.0.1:6381)',
  ])('is not meant by %s', line => {
    expect(added(line)).toBeUndefined()
  })
})
