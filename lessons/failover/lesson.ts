// A cluster heals itself: a replica dies, a master dies and is replaced, it comes home; and what really stops a cluster.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {comeBack, election, home, kill} from './election.ts'
import en from './en.md'
import {gossip, newest, replica} from './replica.ts'
import {bothLost, repair} from './shard.ts'
import zh from './zh.md'

export const failover = lesson({
  id: 'failover',
  stage: 'cluster',
  recall: [
    {id: 'backlog', answer: 'rest'},
    {id: 'moved', answer: 'moved'},
    {id: 'reads', answer: 'moved'},
  ],
  steps: [gossip, replica, newest, kill, election, comeBack, home, bothLost, repair],
  words: {en, zh},
})
