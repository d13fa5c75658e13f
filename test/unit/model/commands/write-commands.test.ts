// Which lines of the learner change keys.

import {expect, test} from 'vitest'
import {isWrite} from '../../../../src/model/commands/write-commands.ts'

test.each([
  ['SET A 1', true],
  ['RPUSH TASKS TEA', true],
  ['XGROUP CREATE S G $', true],
  ['XGROUP HELP', false],
  ['FUNCTION LIST', false],
  // They may write.
  ['EVAL 1 0', true],
  ['EXEC', true],
  ['GET A', false],
  ['EVAL_RO 1 0', false],
  ['PUBLISH NEWS SALE', false],
  ['WAIT 1 0', false],
  ['ACL WHOAMI', false],
  ['', false],
])('%s: %s', (line, writes) => {
  expect(isWrite(line.split(' '))).toBe(writes)
})
