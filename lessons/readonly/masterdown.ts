// Step "MASTERDOWN: old data or none?"

import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import {commandOf} from '../../src/model/commands/action.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {every, isDown, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  holds,
  lastCommandBegins,
  lastDoneOn,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {isWithoutMaster} from '../../src/model/lesson/goals/takeover.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {bothFollow, links, shop, strangers} from './shop.ts'
import {promotedByHand} from './signs.ts'

const replicaIsSilent = oneOf(wasAnswered('6380', 'MASTERDOWN'), wasAnswered('6381', 'MASTERDOWN'))

/** The learner told a replica which master to follow. */
const wereTold: Sign = ({outcomes}) =>
  outcomes.some(({action}) => ['REPLICAOF', 'SLAVEOF'].includes(commandOf(action)[0] ?? ''))

/** 6379 came back with another history than the one that its replicas had. */
const historyIsNew: Goal = evidence => {
  const before = answeredOf(evidence.start, '6380')?.replication['master_replid']
  return aboutNode(evidence, '6379', reading => {
    const actual = reading.replication['master_replid'] ?? ''
    const values = {...nodeOf(reading), actual: actual.slice(0, 8)}
    return actual === before ? notYet(message('goals.sameHistory', values)) : met
  })
}

export const masterdown = step({
  setup: [...shop, '/kill {6379}'],
  ready: every(isDown('6379'), isWithoutMaster('6380'), isWithoutMaster('6381')),
  goals: {refused: replicaIsSilent, back: bothFollow},
  prediction: {
    answer: 'themselves',
    seen: both(holds(bothFollow), evidence => !wereTold(evidence)),
    unseen: ['told'],
  },
  facts: {'new-history': historyIsNew},
  highlight: [...links, 'master_replid'],
  solutions: {
    no: [
      '@{6380} CONFIG SET replica-serve-stale-data no',
      '@{6380} GET product:1',
      '@{6381} GET product:1',
      '/start {6379}',
    ],
    'old-name': ['@{6381} CONFIG SET slave-serve-stale-data no', '@{6381} PING', '/start {6379}'],
  },
  ways: {
    both: [
      '@{6380} CONFIG SET replica-serve-stale-data no',
      '@{6381} CONFIG SET replica-serve-stale-data no',
      '@{6381} EXISTS product:1',
      '/start {6379}',
    ],
    // Told before the master is back: afterwards they may already follow it by themselves.
    told: [
      '@{6380} CONFIG SET replica-serve-stale-data no',
      '@{6380} GET product:1',
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
      '/start {6379}',
    ],
    'again-down': [
      '/start {6379}',
      '@{6379} WAIT 2 8000',
      '/kill {6379}',
      '@{6380} CONFIG SET replica-serve-stale-data no',
      '@{6380} GET product:1',
      '/start {6379}',
    ],
  },
  mistakes: {
    'started-first': {
      example: ['/start {6379}'],
      when: both(holds(bothFollow), unmet(replicaIsSilent)),
    },
    'on-the-dead': {
      example: ['@{6379} CONFIG SET replica-serve-stale-data no'],
      when: both(lastCommandBegins('CONFIG SET', '6379'), holds(isDown('6379'))),
    },
    'on-a-stranger': {
      example: ['@{6479} CONFIG SET replica-serve-stale-data no'],
      when: lastDoneOn(strangers, 'CONFIG SET'),
    },
    'by-hand': {example: ['@{6380} REPLICAOF NO ONE'], when: promotedByHand},
  },
})
