// The lesson on what a cluster client does: its slot map, MOVED, retries while a master is down, transactions and Pub/Sub.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {compare} from './compare.ts'
import en from './en.md'
import {map} from './map.ts'
import {moved} from './moved.ts'
import {multi} from './multi.ts'
import {pubsub} from './pubsub.ts'
import {reads} from './reads.ts'
import zh from './zh.md'

export const client = lesson({
  id: 'client',
  stage: 'cluster',
  recall: {'which-keys': 'slots', down: 'seconds', tags: 'braces'},
  steps: {map, moved, reads, compare, multi, pubsub},
  words: {en, zh},
})
