// The tour of the lab in two minutes: read the panel, talk to any node, see a write arrive, ask for a hint, break a node and restart it.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {breakNode} from './break.ts'
import {card} from './card.ts'
import en from './en.md'
import {hint} from './hint.ts'
import {look} from './look.ts'
import {other} from './other.ts'
import zh from './zh.md'

export const tour = lesson({
  id: 'tour',
  stage: 'cluster',
  steps: {look, other, card, hint, break: breakNode},
  words: {en, zh},
})
