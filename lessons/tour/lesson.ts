// The tour of the lab: read the panel, talk to any node, see a write arrive, break a node and restart it.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {breakNode} from './break.ts'
import {card} from './card.ts'
import en from './en.md'
import {look} from './look.ts'
import {other} from './other.ts'
import zh from './zh.md'

export const tour = lesson({
  id: 'tour',
  stage: 'cluster',
  steps: {look, other, card, break: breakNode},
  words: {en, zh},
})
