// A master and two replicas without cluster mode: what a replica refuses, what it answers, and who takes over when nobody decides it.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {noreplicas, stale, wait} from './copies.ts'
import en from './en.md'
import {headless, masterdown, promote, split} from './takeover.ts'
import {divide, refused} from './writes.ts'
import zh from './zh.md'

export const readonly = lesson({
  id: 'readonly',
  stage: 'standalone',
  recall: [
    {id: 'merged', answer: 'gone'},
    {id: 'break', answer: 'rest'},
    {id: 'behind', answer: 'offsets'},
  ],
  steps: [refused, divide, stale, wait, noreplicas, headless, masterdown, promote, split],
  words: {en, zh},
})
