// The lesson on replicas in a cluster: MOVED where a standalone replica returns READONLY, and READONLY before reads.

import {lesson} from '../../src/model/lesson/lesson.ts'
import en from './en.md'
import {limits} from './limits.ts'
import {moved} from './moved.ts'
import {read} from './read.ts'
import zh from './zh.md'

export const readonlyCluster = lesson({
  id: 'readonly-cluster',
  stage: 'cluster',
  recall: {why: 'copy', moved: 'moved', ask: 'once'},
  steps: {moved, read, limits},
  words: {en, zh},
})
