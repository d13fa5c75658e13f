// The lesson on a network that is cut: a master alone, two masters for the same slots, what healing costs, and a split that nobody can win.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {alone} from './alone.ts'
import {bound} from './bound.ts'
import en from './en.md'
import {heal} from './heal.ts'
import {old} from './old.ts'
import {reads} from './reads.ts'
import {replica} from './replica.ts'
import {split} from './split.ts'
import zh from './zh.md'

export const partition = lesson({
  id: 'partition',
  stage: 'cluster',
  wired: true,
  recall: {majority: 'nobody', good: 'recent', epoch: 'newer'},
  steps: {alone, reads, heal, bound, split, replica, old},
  words: {en, zh},
})
