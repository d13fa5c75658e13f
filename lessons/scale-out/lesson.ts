// The lesson on a cluster that grows and shrinks: a node joins, gets slots and a replica, is emptied and forgotten; and a replica that moves to where it is needed.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {drain} from './drain.ts'
import en from './en.md'
import {forget} from './forget.ts'
import {importRange} from './import.ts'
import {join} from './join.ts'
import {migrateRange} from './migrate.ts'
import {orphan} from './orphan.ts'
import {replica} from './replica.ts'
import {reshard} from './reshard.ts'
import zh from './zh.md'

export const scaleOut = lesson({
  id: 'scale-out',
  stage: 'cluster',
  spares: ['6382', '6482'],
  recall: {'new-owner': 'epoch', voters: 'masters', 'mid-move': 'ask'},
  steps: {join, reshard, replica, import: importRange, migrate: migrateRange, drain, forget, orphan},
  words: {en, zh},
})
