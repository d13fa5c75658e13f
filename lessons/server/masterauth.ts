// Step "masterauth: the replica's password"

import {answeredOf, linkIsUp} from '../../src/model/cluster/snapshot.ts'
import {grew} from '../../src/model/lesson/goals/about-node.ts'
import {every, follows, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  followsNobody,
  holds,
  lastDoneOn,
  lastErrorBegins,
  replicates,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {closedShop} from './shop.ts'
import {didNotStart, isRestarted, replicaofNames, wasNotTold} from './signs.ts'

const lasts = every(
  follows('6482', '6382'),
  isRestarted('6482'),
  wasNotTold('6482', ...replicaofNames, 'config|set'),
)

const isWaiting: Sign = evidence => {
  const reading = answeredOf(evidence.now, '6482')
  return replicates('6482', '6382')(evidence) && reading !== undefined && !linkIsUp(reading)
}

/**
 * The master refused all that a replica sends. One refusal is usual: a replica pings before it logs in; without a password the rest is refused
 * as well.
 */
const wasTurnedAway = returnedSince(3, 'NOAUTH')

/** The master has returned this error so often since the step began, whatever it returned before. */
function returnedSince(count: number, error: string) {
  return grew('6382', count, {
    of: reading => reading.errors[error] ?? 0,
    message: 'goals.notAnswered',
    values: {error},
  })
}

export const masterauth = step({
  setup: closedShop,
  enter: ['/start {6482}'],
  ready: every(isMaster('6382'), isMaster('6482')),
  goals: {follows: follows('6482', '6382'), lasts},
  prediction: {
    answer: 'down',
    seen: both(isWaiting, holds(wasTurnedAway)),
    unseen: ['password-first'],
  },
  highlight: ['role', 'master_link_status', 'connected_slaves', 'slave'],
  solutions: {
    prompt: [
      '@{6482} REPLICAOF 127.0.0.1 {6382}',
      '@{6382} WAIT 1 1500',
      '@{6482} CONFIG SET masterauth s3cret',
      '@{6382} WAIT 1 5000',
      '@{6482} CONFIG REWRITE',
      '/kill {6482}',
      '/start {6482}',
    ],
    file: [
      '/conf {6482} replicaof 127.0.0.1 {6382}',
      '/kill {6482}',
      '/start {6482}',
      '@{6382} WAIT 1 1500',
      '/log {6482} 6',
      '/conf {6482} masterauth s3cret',
      '/kill {6482}',
      '/start {6482}',
    ],
  },
  ways: {
    'password-first': [
      '/conf {6482} masterauth s3cret',
      '/conf {6482} replicaof 127.0.0.1 {6382}',
      '/stop {6482}',
      '/start {6482}',
    ],
  },
  mistakes: {
    'bad-line': {
      example: ['/conf {6482} masterpass s3cret', '/kill {6482}', '/start {6482}'],
      when: didNotStart('6482'),
    },
    'nobody-there': {example: ['@{6482} REPLICAOF 127.0.0.1 1'], when: followsNobody('6482')},
    'wrong-password': {
      example: ['@{6482} REPLICAOF 127.0.0.1 {6382}', '@{6482} CONFIG SET masterauth secret'],
      when: both(isWaiting, holds(returnedSince(1, 'WRONGPASS'))),
    },
    'wrong-directive': {
      example: ['@{6482} REPLICAOF 127.0.0.1 {6382}', '@{6482} CONFIG SET requirepass s3cret'],
      when: both(lastDoneOn(['6482'], 'CONFIG SET REQUIREPASS'), unmet(follows('6482', '6382'))),
    },
    'on-the-master': {
      example: ['@{6382} CONFIG SET masterauth s3cret'],
      when: lastDoneOn(['6382'], 'CONFIG SET MASTERAUTH', 'CONFIG SET PRIMARYAUTH'),
    },
    'as-a-client': {
      example: ['@{6482} AUTH s3cret'],
      when: lastErrorBegins('ERR AUTH <password> called without any password'),
    },
    'only-told': {
      example: ['@{6482} REPLICAOF 127.0.0.1 {6382}', '@{6482} CONFIG SET masterauth s3cret'],
      when: both(holds(follows('6482', '6382')), either(unmet(isRestarted('6482')), unmet(lasts))),
    },
  },
})
