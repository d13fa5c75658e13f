// Step "READONLY: what it does not do"

import {commandOf, type Outcome} from '../../src/model/commands/action.ts'
import {portIn} from '../../src/model/lesson/goals/about-node.ts'
import {gotRedirect, sawRedirect, unseenRedirects} from '../../src/model/lesson/goals/redirects.ts'
import {every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {healthy, masterDown, shop} from './shop.ts'

const own = {is: 'MOVED', from: '6479', to: '6379'} as const

const ownWrite = {...own, command: 'write'} as const

const readWrite = wasCalled('6479', 'readwrite')

/** The learner's lines that ran while READONLY held, which the lab had sent; after READWRITE a redirect shows nothing about it. */
function withReadonly(outcomes: readonly Outcome[]): readonly Outcome[] {
  const switchOf = ({action}: Outcome) => {
    const [name = ''] = action.node === '6479' ? commandOf(action) : []
    return ['READONLY', 'READWRITE'].includes(name) ? name : undefined
  }
  return outcomes.filter((_, i) => outcomes.slice(0, i).map(switchOf).findLast(Boolean) !== 'READWRITE')
}

/** Of redirects that were followed only the number is known: three prove all three. */
const wroteWithReadonly: Goal = evidence => {
  const {now, outcomes} = evidence
  const shown = sawRedirect(ownWrite)({...evidence, outcomes: withReadonly(outcomes)})
  if (shown || unseenRedirects(own)(evidence) >= 3) return met
  const values = {node: portIn(now, '6479'), to: portIn(now, '6379')}
  return notYet(message('goals.noWriteWithReadonly', values))
}

export const limits = step({
  setup: shop,
  enter: ['/cluster off', '@{6479} READONLY'],
  ready: healthy,
  // Of redirects that were followed only the number is known: three prove all three.
  goals: {
    write: wroteWithReadonly,
    other: gotRedirect({...own, to: '6381'}, 3),
    back: every(readWrite, gotRedirect({...own, command: 'read'}, 3)),
  },
  prediction: {
    answer: 'moved',
    seen: either(
      holds(wroteWithReadonly),
      both(unmet(readWrite), evidence => unseenRedirects(own)(evidence) > 0),
    ),
  },
  highlight: ['role', 'master_port', 'slave_read_only'],
  view: 'nodes',
  solutions: {
    'one-by-one': [
      '@{6479} SET product:4 candle',
      '@{6479} GET product:2',
      '@{6479} READWRITE',
      '@{6479} GET product:4',
    ],
    use: ['/use {6479}', 'DEL product:4', 'EXISTS product:2', 'READWRITE', 'EXISTS product:4', '/use {6379}'],
  },
  ways: {
    followed: [
      '/cluster on',
      '@{6479} SET product:4 candle',
      '@{6479} GET product:2',
      '@{6479} READWRITE',
      '@{6479} GET product:4',
      '/cluster off',
    ],
    'taken-back-first': [
      '@{6479} READWRITE',
      '@{6479} GET product:4',
      '@{6479} SET product:4 candle',
      '@{6479} GET product:2',
      '@{6479} READONLY',
      '@{6479} SET product:4 candle',
    ],
  },
  mistakes: {
    'on-the-master': {example: ['@{6379} SET product:4 candle'], when: lastCommandBegins('SET', '6379')},
    'one-word': {example: ['@{6479} READ WRITE'], when: lastErrorBegins("ERR unknown command 'READ'")},
    'master-down': masterDown,
    promoted: {example: ['@{6479} CLUSTER FAILOVER'], when: holds(isMaster('6479'))},
    early: {
      example: ['@{6479} READWRITE', '@{6479} GET product:4'],
      when: both(holds(readWrite), unmet(wroteWithReadonly)),
    },
  },
})
