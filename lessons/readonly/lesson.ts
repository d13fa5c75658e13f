// The lesson on a master and two replicas without cluster mode: refused writes, stale reads, and a takeover by hand.

import {lesson} from '../../src/model/lesson/lesson.ts'
import en from './en.md'
import {headless} from './headless.ts'
import {masterdown} from './masterdown.ts'
import {noreplicas} from './noreplicas.ts'
import {promote} from './promote.ts'
import {refused} from './refused.ts'
import {split} from './split.ts'
import {stale} from './stale.ts'
import {wait} from './wait.ts'
import zh from './zh.md'

export const readonly = lesson({
  id: 'readonly',
  stage: 'standalone',
  recall: {told: 'replica', merged: 'gone', break: 'rest', behind: 'offsets'},
  steps: {refused, stale, wait, noreplicas, headless, masterdown, promote, split},
  words: {en, zh},
})
