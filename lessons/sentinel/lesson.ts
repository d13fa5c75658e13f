// The lesson on Sentinel: whom clients ask, how a dead master is replaced, what Sentinels put right, and when they cannot act.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {again} from './again.ts'
import {ask} from './ask.ts'
import en from './en.md'
import {hand} from './hand.ts'
import {kill} from './kill.ts'
import {majority} from './majority.ts'
import {planned} from './planned.ts'
import {comeBack} from './return.ts'
import zh from './zh.md'

export const sentinel = lesson({
  id: 'sentinel',
  stage: 'sentinel',
  recall: {nobody: 'order', votes: 'masters', old: 'gone'},
  steps: {ask, kill, return: comeBack, hand, planned, majority, again},
  words: {en, zh},
})
