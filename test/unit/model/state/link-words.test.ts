// What is said of links.

import {expect, test} from 'vitest'
import type {Fault} from '../../../../src/model/cluster/links.ts'
import {nominalRoster} from '../../../../src/model/cluster/node.ts'
import {spoiltWords} from '../../../../src/model/state/link-words.ts'
import {translate} from '../../../../src/model/text/messages.ts'

const faults: readonly Fault[] = [
  {is: 'cut'},
  {is: 'closed'},
  {is: 'slow', ms: 100, jitter: 0},
  {is: 'slow', ms: 100, jitter: 50},
]

test.each(faults)('What is done to a link names what passes all the same: %j', fault => {
  const words = spoiltWords({side: ['6379'], others: ['6380'], oneWay: false, fault}, nominalRoster)
  expect(translate('en', words)).toMatch(/6379 \| 6380\..*; your commands and MIGRATE (pass|do not wait)\./)
  expect(translate('zh', words)).toContain('；你的命令和 MIGRATE 不受影响。')
})
