// The list of what was sent says of each what it was, to whom, and how many followed.

import {expect, test} from 'vitest'
import {failover} from '../../../lessons/failover/lesson.ts'
import {courseOf} from '../../../src/model/lesson/course-of.ts'
import type {SentPart} from '../../../src/model/workshop/class-parts.ts'
import {notesOn, sentText} from '../../../src/web/class/sent.ts'
import {createClassState} from '../../../src/web/class/state.ts'

const gossip = {lesson: 'failover', step: 'gossip'}
const jump: SentPart = {
  at: 0,
  target: {},
  command: {kind: 'goto', ...gossip},
  reactions: {taken: 1, declined: 2},
}
const line: SentPart = {
  at: 0,
  target: {step: gossip},
  command: {kind: 'offer', line: 'PING'},
  reactions: {taken: 2, declined: 0},
}
const toAnne: SentPart = {at: 0, target: {learner: 'a'}, command: {kind: 'say', text: 'Good'}}
const toAll: SentPart = {at: 0, target: {}, command: {kind: 'say', text: 'Good'}}

test.each([
  [
    'en',
    [
      ['Jump to failover 1 · Gossip: where the nodes are listed', '1 went, 2 stayed'],
      ['Line: PING', 'at failover 1 · Gossip: where the nodes are listed', '2 took it, 0 did not'],
      ['Good', 'to Anne'],
      ['Good'],
      ['The workshop is over.'],
    ],
  ],
  [
    'zh',
    [
      ['跳转到 failover 1 · ZH', '1 人已跳转，2 人留下'],
      ['命令：PING', '处于 failover 1 · ZH', '2 人采用，0 人未采用'],
      ['Good', '发给 Anne'],
      ['Good'],
      ['工作坊已结束。'],
    ],
  ],
] as const)('in %s', (language, said) => {
  const course = courseOf([failover])
  const state = createClassState({language, scheme: 'light'}, course)
  state.take({'person/a': {name: 'Anne'}}, true)
  const title = course[0]?.steps[0]?.words.zh.title ?? ''
  const ended: SentPart = {at: 0, target: {}, command: {kind: 'end'}}
  expect(
    [jump, line, toAnne, toAll, ended].map(one => [sentText(one.command, state), ...notesOn(one, state)]),
  ).toEqual(said.map(texts => texts.map(text => text.replace('ZH', title))))
})
