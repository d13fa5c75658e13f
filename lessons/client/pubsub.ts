// Step "PUBLISH and SPUBLISH"

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {wasAnswered, wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {comesWith, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'

const moved = wasAnswered('6481', 'MOVED')

export const pubsub = step({
  ready: everyoneSaysOk,
  prediction: comesWith(moved, 'moved'),
  goals: {published: wasCalled('6481', 'publish'), moved, sharded: wasCalled('6379', 'spublish')},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    both: ['@{6481} PUBLISH news sale', '@{6481} SPUBLISH news sale', '@{6379} SPUBLISH news sale'],
  },
  mistakes: {
    'no-message': {
      example: ['@{6481} PUBLISH news'],
      when: lastErrorBegins("ERR wrong number of arguments for 'publish'"),
    },
  },
})
