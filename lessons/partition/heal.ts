// Step "Healing: one master loses"

import {everyLinkIsWhole} from '../../src/model/lesson/goals/links.ts'
import {every, follows} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, not} from '../../src/model/lesson/goals/signs.ts'
import {clientLost} from '../../src/model/lesson/goals/traffic.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {rate} from '../lost-writes/pair.ts'
import {cutFrom6379, twoMasters} from './two-sides.ts'

const returned = follows('6379', '6479')

export const heal = step({
  setup: cutFrom6379,
  ready: twoMasters,
  traffic: rate,
  clientAt: '6379',
  highlight: ['role', 'master_link_status'],
  goals: {whole: everyLinkIsWhole, returned, lost: clientLost()},
  stableFor: 500,
  prediction: {answer: 'all', seen: holds(every(returned, clientLost()))},
  solutions: {heal: ['/heal']},
  ways: {node: ['/heal {6379}']},
  mistakes: {
    'one-link': {
      example: ['/heal {6379} {6479}'],
      when: both(not(holds(everyLinkIsWhole)), not(holds(twoMasters))),
    },
  },
})
