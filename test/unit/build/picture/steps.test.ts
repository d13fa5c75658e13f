// The words by which a picture is prepared.

import {expect, test} from 'vitest'
import {readStep} from '../../../../build/picture/steps.ts'

test.each([
  ['wait:6379 master', {verb: 'wait', text: '6379 master'}],
  ['type:SET a:b 1', {verb: 'type', text: 'SET a:b 1'}],
  ['press:enter', {verb: 'press', key: 'enter'}],
  ['press:ctrl-c', {verb: 'press', key: 'ctrl-c'}],
])('%s', (word, step) => {
  expect(readStep(word)).toEqual(step)
})

test.each([
  ['sleep:3', 'A step is wait:text, type:text or press:key, not sleep:3'],
  ['wait:', 'A step is wait:text, type:text or press:key, not wait:'],
  ['press:entre', 'There is no key called entre'],
  ['press:ctrl-', 'There is no key called ctrl-'],
])('%s is refused', (word, message) => {
  expect(() => readStep(word)).toThrow(message)
})
