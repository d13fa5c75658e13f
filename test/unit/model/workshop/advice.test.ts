// What follows from how the room has answered.

import {expect, test} from 'vitest'
import {type Advice, adviceFor, type Split} from '../../../../src/model/workshop/advice.ts'

test.each<[advice: Advice, split: Split]>([
  ['wait', {answers: {}, asked: 0}],
  ['wait', {answers: {a: 9}, asked: 20, answer: 'a'}],
  ['explain', {answers: {a: 2, b: 8}, asked: 10, answer: 'a'}],
  ['explain', {answers: {b: 10}, asked: 10, answer: 'a'}],
  ['discuss', {answers: {a: 3, b: 7}, asked: 10, answer: 'a'}],
  ['discuss', {answers: {a: 5, b: 5}, asked: 20, answer: 'a'}],
  ['goOn', {answers: {a: 7, b: 3}, asked: 10, answer: 'a'}],
  ['goOn', {answers: {a: 12}, asked: 10, answer: 'a'}],
  ['split', {answers: {0: 5, 1: 5}, asked: 10}],
  ['split', {answers: {0: 4, 1: 3, 2: 3}, asked: 10}],
  ['leaning', {answers: {0: 6, 1: 4}, asked: 10}],
  ['agreed', {answers: {0: 7, 1: 3}, asked: 10}],
])('%s: %j', (advice, split) => {
  expect(adviceFor(split)).toBe(advice)
})
