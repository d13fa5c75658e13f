// Incident "mirror": a replica has a limit of memory of its own and drops keys that its master has.

import {aboutNode, answeredIn, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {copiesAreComplete, slotHolds} from '../../src/model/lesson/goals/service.ts'
import {servesSlotOf} from '../../src/model/lesson/goals/slots.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {incident} from './incident.ts'

const dropsKeys: Goal = evidence =>
  aboutNode(evidence, '6480', reading =>
    reading.keys < (answeredIn(evidence.now, '6380')?.keys ?? 0)
      ? met
      : notYet(message('goals.dropsNone', nodeOf(reading))),
  )

const keep = '@{6480} CONFIG SET replica-ignore-maxmemory yes'

export const mirror = incident({
  breaks: [
    '@{6380} MSET price:{glass}:cup 4 price:{glass}:jug 19 price:{glass}:bowl 35',
    '@{6380} WAIT 1 3000',
    '@{6480} CONFIG SET maxmemory-policy allkeys-random',
    '@{6480} CONFIG SET replica-ignore-maxmemory no',
    '@{6480} CONFIG SET maxmemory 1mb',
    '@{6480} CONFIG REWRITE',
  ],
  ready: dropsKeys,
  countKeys: ['price:{glass}'],
  data: every(slotHolds('price:{glass}', 3), copiesAreComplete),
  solutions: {
    resync: [
      keep,
      '@{6480} CLUSTER REPLICATE {id 6379}',
      '@{6379} WAIT 2 5000',
      '@{6480} CLUSTER REPLICATE {id 6380}',
    ],
  },
  ways: {restart: [keep, '@{6480} CONFIG REWRITE', '/kill {6480}', '/start {6480}']},
  mistakes: {
    promoted: {
      example: ['@{6480} CLUSTER FAILOVER'],
      when: servesSlotOf('price:{glass}', '6480'),
    },
  },
})
