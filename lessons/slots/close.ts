// Step "SETSLOT NODE: hand over the slot"

import {commandOf, type Outcome} from '../../src/model/commands/action.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {everyoneSeesSlotAt, slotEmptyAt} from '../../src/model/lesson/goals/cluster.ts'
import {gotRedirect, sawRedirect, unseenRedirects} from '../../src/model/lesson/goals/redirects.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastErrorBegins,
  lastNamedAPort,
  not,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {
  lastCommandHas,
  lastCommandNames,
  servesSlotOf,
  slotClosed,
} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {cart, forgetting, giving, importing, isMigrating, isOpen, migrating} from './cart.ts'

const redirect = {is: 'MOVED', from: '6381', key: 'cart:{ann}'} as const

const isGiven = everyoneSeesSlotAt('cart:{ann}', '6380')

/** What the learner did before NODE ran anywhere: afterwards a redirect to 6379 leads on to a MOVED, not to an ASK. */
function beforeNode({outcomes}: Evidence): readonly Outcome[] {
  const isNode = ({action}: Outcome) =>
    commandOf(action).includes('NODE') && commandOf(action)[1] === 'SETSLOT'
  const first = outcomes.findIndex(isNode)
  return first === -1 ? outcomes : outcomes.slice(0, first)
}

export const close = step({
  setup: [
    cart,
    importing,
    migrating,
    '@{6379} MIGRATE 127.0.0.1 {6380} "" 0 1000 KEYS cart:{ann}:items cart:{ann}:coupon',
  ],
  ready: every(isOpen, slotEmptyAt('cart:{ann}', '6379')),
  countKeys: ['cart:{ann}'],
  prediction: {
    answer: 'source',
    // A redirect that was followed counts if 6381 still names 6379.
    seen: either(
      evidence => sawRedirect({...redirect, to: '6379'})({...evidence, outcomes: beforeNode(evidence)}),
      both(
        evidence => unseenRedirects(redirect)(evidence) > 0,
        holds(everyoneSeesSlotAt('cart:{ann}', '6379')),
      ),
    ),
    unseen: ['given-first', 'all-at-once', 'source-first-of-all'],
  },
  goals: {asked: gotRedirect(redirect), given: isGiven, closed: slotClosed('cart:{ann}')},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    node: ['@{6381} GET cart:{ann}:items', giving, forgetting],
    stable: [
      '/use {6381}',
      'EXISTS cart:{ann}:coupon',
      '/use {6380}',
      'CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}',
      '/use {6379}',
      'CLUSTER SETSLOT {slot cart:{ann}} STABLE',
    ],
  },
  ways: {
    'given-first': [giving, '@{6381} GET cart:{ann}:items', forgetting],
    'source-first-of-all': [forgetting, '@{6381} GET cart:{ann}:items', giving],
    'all-at-once': ['@all CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}', '@{6381} GET cart:{ann}:items'],
    'source-before-target': ['@{6381} GET cart:{ann}:items', forgetting, giving],
    followed: ['/use {6381}', '/cluster on', 'GET cart:{ann}:items', '/cluster off', giving, forgetting],
  },
  mistakes: {
    'port-for-id': {
      example: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} NODE {6380}'],
      when: lastNamedAPort,
    },
    'a-replica': {
      example: ['@{6480} CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}'],
      when: lastErrorBegins('ERR Please use SETSLOT only with masters'),
    },
    'old-owner': {
      example: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6379}'],
      when: both(lastCommandHas('SETSLOT'), both(lastCommandHas('NODE'), lastCommandNames('6379'))),
    },
    'called-off': {
      example: [
        '@{6379} CLUSTER SETSLOT {slot cart:{ann}} STABLE',
        '@{6380} CLUSTER SETSLOT {slot cart:{ann}} STABLE',
      ],
      when: both(servesSlotOf('cart:{ann}', '6379'), unmet(isMigrating)),
    },
    'source-first': {
      example: [forgetting],
      when: both(not(servesSlotOf('cart:{ann}', '6379')), not(servesSlotOf('cart:{ann}', '6380'))),
      unless: 'importTakesOver',
    },
  },
})
