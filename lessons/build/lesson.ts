// The lesson on a cluster that is built: six nodes joined by hand, taken apart, and joined again by redis-cli.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {alone} from './alone.ts'
import {create} from './create.ts'
import en from './en.md'
import {meet} from './meet.ts'
import {replicate} from './replicate.ts'
import {reset} from './reset.ts'
import {slots} from './slots.ts'
import zh from './zh.md'

export const build = lesson({
  id: 'build',
  stage: 'bare',
  recall: {told: 'replica', file: 'old'},
  steps: {alone, meet, slots, replicate, reset, create},
  words: {en, zh},
})
