// The lesson on acknowledged writes that a failover loses, counted by a client at work, and what each setting saves and costs.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {aof} from './aof.ts'
import {behind} from './behind.ts'
import {disk} from './disk.ts'
import en from './en.md'
import {force} from './force.ts'
import {frozen} from './frozen.ts'
import {kill} from './kill.ts'
import {minReplicas} from './min-replicas.ts'
import {planned} from './planned.ts'
import zh from './zh.md'

export const lostWrites = lesson({
  id: 'lost-writes',
  stage: 'cluster',
  recall: {wait: 'stays', refused: 'nothing', old: 'gone'},
  steps: {kill, behind, frozen, 'min-replicas': minReplicas, disk, aof, planned, force},
  words: {en, zh},
})
