// Step "The slot map"

import {every, isMaster, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {comesWith, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

const asked = oneOf(wasCalled('any', 'cluster|slots'), wasCalled('any', 'cluster|shards'))

export const map = step({
  ready: every(healthy, isMaster('6381')),
  prediction: comesWith(asked, 'map'),
  goals: {asked},
  highlight: ['role'],
  view: 'slots',
  solutions: {slots: ['@{6379} CLUSTER SLOTS'], shards: ['@{6480} CLUSTER SHARDS']},
  mistakes: {
    'no-cluster': {example: ['@{6379} SLOTS'], when: lastErrorBegins("ERR unknown command 'SLOTS'")},
    unknown: {example: ['@{6379} CLUSTER SLOT'], when: lastErrorBegins('ERR unknown subcommand')},
  },
})
