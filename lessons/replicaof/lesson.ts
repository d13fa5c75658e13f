// The lesson on replication by hand, without cluster mode: from six masters to a chain, to a promoted replica, and to the data
// lost when a master must follow another.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {alone} from './alone.ts'
import {behind} from './behind.ts'
import {chain} from './chain.ts'
import {copy} from './copy.ts'
import en from './en.md'
import {follow} from './follow.ts'
import {full} from './full.ts'
import {look} from './look.ts'
import {lost} from './lost.ts'
import {offset} from './offset.ts'
import {partial} from './partial.ts'
import zh from './zh.md'

export const replicaof = lesson({
  id: 'replicaof',
  stage: 'standalone',
  recall: {address: 'at', slave: 'replica', reset: 'reset'},
  steps: {look, follow, copy, offset, full, partial, behind, chain, alone, lost},
  words: {en, zh},
})
