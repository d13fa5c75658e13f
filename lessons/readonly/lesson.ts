// A master and two replicas without cluster mode: what a replica refuses, what it answers, and who takes over when nobody decides it.

import {commandOf} from '../../src/model/action.ts'
import {
  caughtUp,
  every,
  everyNodeAnswers,
  follows,
  isDown,
  isMaster,
  keysGrew,
  offsetGrew,
  wasReadFrom,
} from '../../src/model/ask.ts'
import {
  comesWith,
  demandsReplicas,
  hasMoreKeysThan,
  isAheadOf,
  isBehind,
  isPaused,
  isWithoutMaster,
  oneOf,
  takesOwnWrites,
  tookOver,
  unmet,
  wasTriedOn,
} from '../../src/model/ask-readonly.ts'
import {wasAnswered, wasCalled} from '../../src/model/ask-replies.ts'
import {
  both,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  replicates,
  type Sign,
} from '../../src/model/deeds.ts'
import {lesson, step} from '../../src/model/lesson.ts'
import en from './en.md'
import zh from './zh.md'

/** The shop and its two replicas. WAIT ends when both have come; the limit is for a computer that is very busy. */
const shop = [
  '@{6379} MSET product:1 teapot product:2 cup product:3 kettle',
  '@{6380} REPLICAOF 127.0.0.1 {6379}',
  '@{6381} REPLICAOF 127.0.0.1 {6379}',
  '@{6379} WAIT 2 5000',
]
const bothFollow = every(follows('6380', '6379'), follows('6381', '6379'))
const bothCaughtUp = every(caughtUp('6380', '6379'), caughtUp('6381', '6379'))
const oneIsBehind = oneOf(isBehind('6380', '6379'), isBehind('6381', '6379'))
const readOnReplica = oneOf(wasReadFrom('6380'), wasReadFrom('6381'))
const offsets = ['master_repl_offset', 'slave_repl_offset', 'slave_read_repl_offset', 'slave']
const links = ['role', 'master_link_status', 'master_link_down_since_seconds', 'connected_slaves']

/** Six nodes stand and three of them play: the others follow nobody. */
const strangers = ['6479', '6480', '6481'] as const

const replicaRefuses = wasTriedOn(['6380', '6381'], 'READONLY')

const refused = step({
  id: 'refused',
  given: shop,
  ready: bothFollow,
  goal: [{id: 'refused', ask: replicaRefuses}],
  prediction: comesWith(replicaRefuses, 'error'),
  focus: ['role', 'master_host', 'master_port', 'slave_read_only'],
  solutions: [
    {id: 'set', lines: ['@{6380} SET product:1 mug']},
    {
      id: 'transaction',
      lines: ['@{6381} MULTI', '@{6381} SET product:1 mug', '@{6381} EXEC'],
    },
  ],
  slips: [
    {
      id: 'made-writable',
      lines: ['@{6380} CONFIG SET replica-read-only no', '@{6380} SET product:1 mug'],
      seen: takesOwnWrites('6380', '6381'),
    },
    {id: 'on-the-master', lines: ['@{6379} SET product:1 mug'], seen: lastCommandBegins('SET', '6379')},
    {
      id: 'on-a-stranger',
      lines: ['@{6479} SET product:1 mug'],
      seen: either(...strangers.map(node => lastCommandBegins('SET', node))),
    },
  ],
})

const divide = step({
  id: 'divide',
  given: shop,
  ready: bothFollow,
  goal: [
    {id: 'written', ask: keysGrew('6379')},
    {id: 'first', ask: wasReadFrom('6380')},
    {id: 'second', ask: wasReadFrom('6381')},
  ],
  focus: ['role', ...offsets],
  solutions: [
    {
      id: 'order',
      lines: [
        '@{6379} RPUSH orders:today teapot',
        '@{6380} LRANGE orders:today 0 -1',
        '@{6381} LRANGE orders:today 0 -1',
      ],
    },
    {
      id: 'cart',
      lines: [
        '@{6379} SET cart:ann cup',
        '/use {6380}',
        'GET product:2',
        '/use {6381}',
        'EXISTS product:3',
        '/use {6379}',
      ],
    },
  ],
  slips: [
    {
      id: 'read-on-the-master',
      lines: ['@{6379} GET product:1'],
      seen: lastCommandBegins('GET', '6379'),
    },
    {
      id: 'write-to-replica',
      lines: ['@{6380} RPUSH orders:today teapot'],
      seen: lastErrorBegins("READONLY You can't write"),
    },
  ],
})

const readWhileBehind = oneOf(
  every(isBehind('6380', '6379'), wasReadFrom('6380')),
  every(isBehind('6381', '6379'), wasReadFrom('6381')),
)

/** The last command holds for less than a second: whoever typed it meant seconds. */
const heldTooShort: Sign = ({done}) => {
  const last = done.at(-1)
  const [client, pause, ms] = last ? commandOf(last.action) : []
  return client === 'CLIENT' && pause === 'PAUSE' && Number(ms) < 1000
}

const stale = step({
  id: 'stale',
  given: shop,
  ready: every(bothFollow, bothCaughtUp),
  goal: [
    {id: 'stale', ask: readWhileBehind, once: true},
    {id: 'caught-up', ask: every(bothFollow, bothCaughtUp)},
  ],
  prediction: comesWith(readWhileBehind, 'old'),
  focus: ['master_link_status', ...offsets],
  solutions: [
    {
      id: 'held',
      lines: [
        '@{6380} CLIENT PAUSE 3000 WRITE',
        '@{6379} SET product:1 mug',
        '@{6380} GET product:1',
        '@{6381} GET product:1',
      ],
    },
    {
      id: 'cut-off',
      lines: [
        '@{6381} REPLICAOF 127.0.0.1 1',
        '@{6379} SET product:2 bowl',
        '@{6381} GET product:2',
        '@{6379} WAIT 2 500',
        '@{6381} REPLICAOF 127.0.0.1 {6379}',
      ],
    },
  ],
  slips: [
    {id: 'frozen', lines: ['/pause {6380}'], seen: isPaused('6380', '6381')},
    {
      id: 'master-held',
      lines: ['@{6379} CLIENT PAUSE 60000 WRITE'],
      seen: lastCommandBegins('CLIENT PAUSE', '6379'),
    },
    {
      id: 'too-short',
      lines: ['@{6380} CLIENT PAUSE 60 WRITE'],
      seen: heldTooShort,
    },
    {
      id: 'everything',
      lines: ['@{6380} CLIENT PAUSE 2000'],
      seen: both(lastCommandBegins('CLIENT PAUSE'), unmet(everyNodeAnswers)),
    },
  ],
})

const wait = step({
  id: 'wait',
  given: shop,
  enter: ['@{6380} CLIENT PAUSE 600000 WRITE'],
  ready: every(bothFollow, bothCaughtUp),
  goal: [
    {id: 'short', ask: every(wasCalled('6379', 'wait'), oneIsBehind), once: true},
    {id: 'caught-up', ask: every(bothFollow, bothCaughtUp)},
  ],
  prediction: comesWith(every(wasCalled('6379', 'wait'), oneIsBehind), 'one'),
  focus: offsets,
  solutions: [
    {
      id: 'wait',
      lines: [
        '@{6379} RPUSH orders:today cup',
        '@{6379} WAIT 2 1000',
        '@{6379} WAIT 2 300',
        '@{6380} CLIENT UNPAUSE',
        '@{6379} WAIT 2 1000',
      ],
    },
    {
      id: 'restart',
      lines: [
        '@{6379} INCR visits',
        '@{6379} WAIT 3 300',
        '@{6379} WAIT 2 300',
        '/kill {6380}',
        '/start {6380}',
        '@{6380} REPLICAOF 127.0.0.1 {6379}',
      ],
    },
  ],
  slips: [
    {
      id: 'nothing-written',
      lines: ['@{6379} WAIT 2 1000'],
      // The PING of every 10 s moves the offset by 14 bytes; no write is as short as two of them.
      seen: both(lastCommandBegins('WAIT', '6379'), unmet(offsetGrew('6379', 28))),
    },
    {
      id: 'on-a-replica',
      lines: ['@{6380} WAIT 2 1000'],
      seen: lastErrorBegins('ERR WAIT cannot be used with replica instances'),
    },
  ],
})

const masterRefuses = wasAnswered('6379', 'NOREPLICAS')
const aReplicaIsDown = either(holds(isDown('6380')), holds(isDown('6381')))

const noreplicas = step({
  id: 'noreplicas',
  given: shop,
  // Whoever left the step before with a replica still held meets no hold here.
  enter: ['@{6380} CLIENT UNPAUSE', '@{6381} CLIENT UNPAUSE'],
  ready: every(bothFollow, bothCaughtUp),
  goal: [
    {id: 'demands', ask: demandsReplicas('6379')},
    {id: 'refused', ask: masterRefuses},
    {id: 'back', ask: bothFollow},
  ],
  focus: ['min_slaves_good_slaves', 'connected_slaves', 'slave'],
  solutions: [
    {
      id: 'kill',
      lines: [
        '@{6379} CONFIG SET min-replicas-to-write 2',
        '/kill {6380}',
        '@{6379} SET stock:1 40',
        '/start {6380}',
        '@{6380} REPLICAOF 127.0.0.1 {6379}',
        '@{6379} WAIT 2 5000',
        '@{6379} SET stock:1 40',
      ],
    },
    {
      id: 'freeze',
      lines: [
        '@{6379} CONFIG SET min-slaves-to-write 2',
        '/pause {6380}',
        '@{6379} CLIENT KILL TYPE replica',
        '@{6379} SET stock:1 40',
        '/resume {6380}',
      ],
    },
  ],
  slips: [
    {
      id: 'still-good',
      lines: ['@{6379} CONFIG SET min-replicas-to-write 2', '/pause {6380}', '@{6379} SET stock:1 40'],
      seen: both(isPaused('6380', '6381'), unmet(masterRefuses)),
    },
    {
      id: 'enough',
      lines: ['@{6379} CONFIG SET min-replicas-to-write 1', '/kill {6380}', '@{6379} SET stock:1 40'],
      seen: both(aReplicaIsDown, lastCommandBegins('SET', '6379'), unmet(masterRefuses)),
    },
    {
      id: 'on-a-replica',
      lines: ['@{6380} CONFIG SET min-replicas-to-write 2'],
      seen: either(
        lastCommandBegins('CONFIG SET MIN-REPLICAS-TO-WRITE', '6380'),
        lastCommandBegins('CONFIG SET MIN-REPLICAS-TO-WRITE', '6381'),
      ),
    },
  ],
})

/** So long (s) the replicas stay without a master before it is believed that nobody takes over. */
const longEnough = 5
const nobodyTakesOver = every(isWithoutMaster('6380', longEnough), isWithoutMaster('6381', longEnough))
const promotedByHand = either(holds(isMaster('6380')), holds(isMaster('6381')))

const headless = step({
  id: 'headless',
  given: shop,
  ready: bothFollow,
  goal: [
    {id: 'down', ask: isDown('6379')},
    {id: 'read', ask: every(isDown('6379'), readOnReplica), once: true},
    {id: 'alone', ask: nobodyTakesOver},
  ],
  prediction: comesWith(nobodyTakesOver, 'nothing'),
  focus: links,
  solutions: [
    {id: 'kill', lines: ['/kill {6379}', '@{6380} GET product:1', '@{6381} SET product:1 mug']},
    {id: 'shutdown', lines: ['@{6379} SHUTDOWN', '@{6381} GET product:2']},
  ],
  slips: [
    {id: 'frozen', lines: ['/pause {6379}'], seen: isPaused('6379')},
    {id: 'by-hand', lines: ['/kill {6379}', '@{6380} REPLICAOF NO ONE'], seen: promotedByHand},
    {
      id: 'wrong-node',
      lines: ['/kill {6380}'],
      seen: aReplicaIsDown,
    },
  ],
})

const replicaIsSilent = oneOf(wasAnswered('6380', 'MASTERDOWN'), wasAnswered('6381', 'MASTERDOWN'))

const masterdown = step({
  id: 'masterdown',
  given: [...shop, '/kill {6379}'],
  ready: every(isDown('6379'), isWithoutMaster('6380', 0), isWithoutMaster('6381', 0)),
  goal: [
    {id: 'refused', ask: replicaIsSilent},
    {id: 'back', ask: bothFollow},
  ],
  prediction: comesWith(bothFollow, 'themselves'),
  focus: [...links, 'master_replid'],
  solutions: [
    {
      id: 'no',
      lines: [
        '@{6380} CONFIG SET replica-serve-stale-data no',
        '@{6380} GET product:1',
        '@{6381} GET product:1',
        '/start {6379}',
        '@{6381} GET product:1',
      ],
    },
    {
      id: 'old-name',
      lines: ['@{6381} CONFIG SET slave-serve-stale-data no', '@{6381} PING', '/start {6379}'],
    },
  ],
  slips: [
    {
      id: 'on-the-dead',
      lines: ['@{6379} CONFIG SET replica-serve-stale-data no'],
      seen: both(lastCommandBegins('CONFIG SET', '6379'), holds(isDown('6379'))),
    },
    {id: 'by-hand', lines: ['@{6380} REPLICAOF NO ONE'], seen: promotedByHand},
  ],
})

/**
 * 6380 really lags: frozen, it cannot come back after its link is cut, so it gets none of the two orders; 6381 has both (WAIT) before
 * the master dies. Freezing alone would not do: what a killed master has sent waits in the replica's socket.
 */
const twoOrdersLater = [
  '@{6380} CONFIG SET replica-serve-stale-data yes',
  '@{6381} CONFIG SET replica-serve-stale-data yes',
  '/pause {6380}',
  '@{6379} CLIENT KILL TYPE replica',
  '@{6379} RPUSH orders:today teapot',
  '@{6379} RPUSH orders:today cup',
  '@{6379} WAIT 1 5000',
  '/kill {6379}',
  '/resume {6380}',
]
const firstStays = isDown('6379')

const promote = step({
  id: 'promote',
  given: shop,
  enter: twoOrdersLater,
  ready: every(firstStays, isWithoutMaster('6380', 0), isWithoutMaster('6381', 0), isAheadOf('6381', '6380')),
  goal: [
    {id: 'master', ask: every(tookOver('6381'), firstStays)},
    {id: 'follows', ask: every(follows('6380', '6381'), caughtUp('6380', '6381'))},
  ],
  focus: ['role', 'slave_repl_offset', 'master_replid', 'master_replid2', 'second_repl_offset'],
  solutions: [
    {id: 'replicaof', lines: ['@{6381} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6381}']},
    {
      id: 'follow-first',
      lines: [
        '@{6380} REPLICAOF 127.0.0.1 {6381}',
        '@{6381} REPLICAOF NO ONE',
        '@{6381} WAIT 1 5000',
        '@{6380} LRANGE orders:today 0 -1',
      ],
    },
  ],
  slips: [
    {
      id: 'overwritten',
      lines: ['@{6380} REPLICAOF NO ONE', '@{6381} REPLICAOF 127.0.0.1 {6380}'],
      seen: both(holds(isMaster('6380')), holds(follows('6381', '6380'))),
    },
    {
      id: 'less',
      lines: ['@{6380} REPLICAOF NO ONE'],
      seen: both(holds(isMaster('6380')), unmet(isMaster('6381'))),
    },
    {id: 'master-back', lines: ['/start {6379}'], seen: unmet(firstStays)},
  ],
})

/** The only command to 6379 since it started is the one that makes it a replica. */
const nothingElseSaid: Sign = ({done}) =>
  done.filter(({action}) => action.do === 'command' && action.node === '6379').length <= 1

const split = step({
  id: 'split',
  given: [...shop, ...twoOrdersLater, '@{6381} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6381}'],
  ready: every(firstStays, isMaster('6381'), follows('6380', '6381')),
  goal: [
    {
      id: 'two',
      ask: every(isMaster('6379'), isMaster('6381'), hasMoreKeysThan('6379', '6381')),
      once: true,
    },
    {id: 'follows', ask: follows('6379', '6381')},
    {id: 'gone', ask: caughtUp('6379', '6381')},
  ],
  prediction: comesWith(isMaster('6379'), 'master'),
  focus: ['role', 'connected_slaves', 'master_port', 'master_replid', 'slave'],
  solutions: [
    {
      id: 'write',
      lines: [
        '/start {6379}',
        '@{6379} SET cart:ann lamp',
        '@{6379} WAIT 1 500',
        '@{6379} REPLICAOF 127.0.0.1 {6381}',
        '@{6381} WAIT 2 5000',
        '@{6379} GET cart:ann',
      ],
    },
    {
      id: 'list',
      lines: [
        '/start {6379}',
        '@{6379} RPUSH orders:late lamp kettle',
        '@{6379} WAIT 1 500',
        '@{6379} SLAVEOF 127.0.0.1 {6381}',
        '@{6381} WAIT 2 5000',
        '@{6379} LLEN orders:late',
      ],
    },
  ],
  slips: [
    {
      id: 'wrong-way',
      lines: ['/start {6379}', '@{6381} REPLICAOF 127.0.0.1 {6379}'],
      seen: replicates('6381', '6379'),
    },
    {
      id: 'nothing-written',
      lines: ['/start {6379}', '@{6379} REPLICAOF 127.0.0.1 {6381}'],
      seen: both(replicates('6379', '6381'), nothingElseSaid),
    },
  ],
})

export const readonly = lesson({
  id: 'readonly',
  stage: 'standalone',
  recall: [
    {id: 'told', right: 'replica'},
    {id: 'break', right: 'rest'},
    {id: 'behind', right: 'offsets'},
  ],
  steps: [refused, divide, stale, wait, noreplicas, headless, masterdown, promote, split],
  words: {en, zh},
})
