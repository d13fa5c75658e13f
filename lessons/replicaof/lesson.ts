// Replication by hand, on six nodes without cluster mode: from six masters to a chain, to a master of its own, and to what is lost when
// two masters become one again.

import {lesson} from '../../src/model/lesson/lesson.ts'
import en from './en.md'
import {copy, follow, look, offset} from './follow.ts'
import {alone, chain, lost} from './masters.ts'
import {behind, full, partial} from './resync.ts'
import zh from './zh.md'

export const replicaof = lesson({
  id: 'replicaof',
  stage: 'standalone',
  recall: [
    {id: 'address', answer: 'at'},
    {id: 'slave', answer: 'replica'},
    {id: 'reset', answer: 'reset'},
  ],
  steps: [look, follow, copy, offset, full, partial, behind, chain, alone, lost],
  words: {en, zh},
})
