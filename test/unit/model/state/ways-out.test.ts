// The lines that bring back the nodes for which a step waits.

import {expect, test} from 'vitest'
import {waysOut} from '../../../../src/model/state/ways-out.ts'
import {message} from '../../../../src/model/text/messages.ts'
import {recorded} from '../../recorded/recording.ts'

const named = (...ports: readonly number[]) =>
  message('explain.with', {fact: message('author.words', {words: `${ports.join(' and ')} reply`}), next: ''})

test('A paused node that is named is resumed, one that is down is started, any other needs nothing', () => {
  expect(waysOut(named(6380, 6381), recorded('paused'))).toEqual(['/resume 6380'])
  expect(waysOut(named(6381, 6380), recorded('killed'))).toEqual(['/start 6381'])
  expect(waysOut(named(6380), recorded('killed'))).toEqual([])
  expect(waysOut(named(6381), undefined)).toEqual([])
})
