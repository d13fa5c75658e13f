// The failover lesson: a replica dies, a master dies and is replaced, the old master returns, and what really stops a cluster.

import {lesson} from '../../src/model/lesson/lesson.ts'
import {bothLost} from './both.ts'
import {election} from './election.ts'
import en from './en.md'
import {gossip} from './gossip.ts'
import {home} from './home.ts'
import {kill} from './kill.ts'
import {newest} from './newest.ts'
import {repair} from './repair.ts'
import {replica} from './replica.ts'
import {comeBack} from './return.ts'
import zh from './zh.md'

export const failover = lesson({
  id: 'failover',
  stage: 'cluster',
  recall: {headless: 'nobody', choose: 'offset', backlog: 'rest', reads: 'moved'},
  steps: {gossip, replica, newest, kill, election, return: comeBack, home, both: bothLost, repair},
  words: {en, zh},
})
