// Keys, slots and who serves them: redirects followed by hand and by the client, and one slot moved from node to node while it is in use.

import {every, everyNodeAnswers, everyReplicaLinked, wasReadFrom} from '../../src/model/ask.ts'
import {
  everyoneSaysOk,
  everyoneSeesSlotAt,
  keyInSlotOf,
  slotEmptyAt,
  slotImporting,
  slotMigrating,
} from '../../src/model/ask-cluster.ts'
import {wasAnswered, wasCalled} from '../../src/model/ask-replies.ts'
import {
  answeredInARow,
  holdsKeyOf,
  lastCommandHas,
  lastCommandNames,
  lastSaid,
  movesElsewhere,
  servesSlotOf,
  slotClosed,
  slotGrew,
  slotKeysMoved,
  wasSent,
} from '../../src/model/ask-slots.ts'
import {both, either, holds, lastCommandBegins, lastErrorBegins, type Sign} from '../../src/model/deeds.ts'
import {type Goal, lesson, step} from '../../src/model/lesson.ts'
import en from './en.md'
import zh from './zh.md'

const calm = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

/** The prediction is settled as soon as this has happened. */
function settledBy(ask: Goal, option: string) {
  return {came: (sight: Parameters<Goal>[0]) => (ask(sight).is === 'met' ? option : undefined)}
}

function no(goal: Goal): Sign {
  return sight => goal(sight).is !== 'met'
}

const slot = step({
  id: 'slot',
  ready: calm,
  goal: [{id: 'asked', ask: wasCalled('any', 'cluster|keyslot')}],
  focus: ['role'],
  solutions: [
    {id: 'here', lines: ['@{6379} CLUSTER KEYSLOT cart:ann']},
    {id: 'elsewhere', lines: ['/use {6481}', 'CLUSTER KEYSLOT cart:ann', '/use {6379}']},
  ],
  slips: [
    {
      id: 'alone',
      lines: ['@{6379} KEYSLOT cart:ann'],
      seen: lastErrorBegins("ERR unknown command 'KEYSLOT'"),
    },
    {
      id: 'other-word',
      lines: ['@{6379} CLUSTER SLOT cart:ann'],
      seen: lastErrorBegins('ERR unknown subcommand'),
    },
    {
      id: 'no-key',
      lines: ['@{6379} CLUSTER KEYSLOT'],
      seen: lastErrorBegins("ERR wrong number of arguments for 'cluster|keyslot'"),
    },
  ],
})

const moved = step({
  id: 'moved',
  // Who tried it out before has no new key to put there.
  enter: ['@{6380} DEL cart:ann'],
  ready: calm,
  watch: ['cart:ann'],
  prediction: settledBy(wasAnswered('6379', 'MOVED'), 'moved'),
  goal: [
    {id: 'told', ask: wasAnswered('6379', 'MOVED')},
    {id: 'stored', ask: keyInSlotOf('cart:ann', 'owner')},
  ],
  focus: ['role'],
  solutions: [
    {id: 'at', lines: ['@{6379} SET cart:ann teapot', '@{owner cart:ann} SET cart:ann teapot']},
    {
      id: 'use',
      lines: [
        '/use {6379}',
        'SET cart:ann teapot',
        '/use {owner cart:ann}',
        'SET cart:ann teapot',
        '/use {6379}',
      ],
    },
  ],
  slips: [
    {
      id: 'again',
      lines: ['@{6379} SET cart:ann teapot', '@{6379} SET cart:ann teapot'],
      seen: answeredInARow('MOVED', '6379', 2),
    },
    {
      id: 'third-node',
      lines: ['@{6381} SET cart:ann teapot'],
      seen: answeredInARow('MOVED', '6381', 1),
    },
    {
      id: 'replica',
      lines: ['@{6480} SET cart:ann teapot'],
      seen: answeredInARow('MOVED', '6480', 1),
    },
  ],
})

const follow = step({
  id: 'follow',
  enter: ['@{6381} DEL cart:bob', '@{6380} DEL product:3'],
  ready: calm,
  watch: ['cart:bob', 'product:3'],
  goal: [
    {id: 'redirected', ask: wasAnswered('any', 'MOVED')},
    {id: 'cart', ask: keyInSlotOf('cart:bob', 'owner')},
    {id: 'product', ask: keyInSlotOf('product:3', 'owner')},
  ],
  focus: ['role'],
  solutions: [
    {
      id: 'client',
      lines: ['/use {6379}', '/cluster on', 'SET cart:bob cup', 'SET product:3 kettle', '/cluster off'],
    },
    {
      id: 'by-hand',
      lines: [
        '@{6379} SET cart:bob cup',
        '@{owner cart:bob} SET cart:bob cup',
        '@{owner product:3} SET product:3 kettle',
      ],
    },
  ],
  slips: [
    {
      id: 'no-slash',
      lines: ['@{6379} CLUSTER ON'],
      seen: lastErrorBegins("ERR unknown subcommand 'ON'"),
    },
    {id: 'not-on', lines: ['@{6379} SET cart:bob cup'], seen: lastErrorBegins('MOVED')},
  ],
})

const replica = step({
  id: 'replica',
  given: ['@{6380} SET cart:ann teapot'],
  // The permission belongs to the connection, and the connection stays.
  enter: ['/cluster off', '@{6480} READWRITE'],
  ready: calm,
  prediction: settledBy(wasAnswered('6480', 'MOVED'), 'moved'),
  goal: [
    {id: 'redirected', ask: wasAnswered('6480', 'MOVED')},
    {id: 'read', ask: wasReadFrom('6480')},
  ],
  focus: ['role', 'master_port', 'master_link_status'],
  solutions: [
    {id: 'at', lines: ['@{6480} GET cart:ann', '@{6480} READONLY', '@{6480} GET cart:ann']},
    {
      id: 'use',
      lines: ['/use {6480}', 'GET cart:ann', 'READONLY', 'EXISTS cart:ann', '/use {6379}'],
    },
  ],
  slips: [
    {
      id: 'write',
      lines: ['@{6480} READONLY', '@{6480} SET cart:ann cup'],
      seen: lastCommandBegins('SET', '6480'),
    },
    {
      id: 'other-slot',
      lines: ['@{6480} READONLY', '@{6480} GET product:1'],
      seen: both(answeredInARow('MOVED', '6480', 1), wasSent('READONLY', '6480')),
    },
    {
      id: 'on-master',
      lines: ['@{6380} READONLY'],
      seen: either(...(['6379', '6380', '6381'] as const).map(node => lastCommandBegins('READONLY', node))),
    },
  ],
})

const tags = step({
  id: 'tags',
  enter: ['@{6379} DEL cart:{ann}:items', '@{6379} DEL cart:{ann}:coupon'],
  ready: every(calm, everyoneSeesSlotAt('cart:{ann}', '6379')),
  watch: ['cart:{ann}'],
  prediction: settledBy(wasAnswered('any', 'CROSSSLOT'), 'crossslot'),
  goal: [
    {id: 'refused', ask: wasAnswered('any', 'CROSSSLOT')},
    {id: 'together', ask: slotGrew('cart:{ann}', 2)},
  ],
  focus: ['role'],
  solutions: [
    {
      id: 'mset',
      lines: [
        '@{6379} MSET product:1 teapot product:4 kettle',
        '@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon spring',
      ],
    },
    {
      id: 'multi',
      lines: [
        '/use {6379}',
        'MGET product:1 product:4',
        'MULTI',
        'SET cart:{ann}:items teapot',
        'SET cart:{ann}:coupon spring',
        'EXEC',
      ],
    },
  ],
  slips: [
    {
      id: 'shared-tag',
      lines: ['@{6381} MSET {cart}:ann:items teapot {cart}:ann:coupon spring'],
      seen: lastCommandHas('{CART}'),
    },
    {
      id: 'empty-tag',
      lines: ['@{6379} MSET cart:{}:ann:items teapot cart:{}:ann:coupon spring'],
      seen: lastCommandHas('{}'),
    },
    {
      id: 'no-tag',
      lines: ['@{6379} MSET cart:ann:items teapot cart:ann:coupon spring'],
      seen: lastCommandHas('CART:ANN'),
    },
    {
      id: 'other-node',
      lines: ['@{6380} MSET cart:{ann}:items teapot cart:{ann}:coupon spring'],
      seen: lastErrorBegins('MOVED'),
    },
    {
      id: 'no-value',
      lines: ['@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon'],
      seen: lastErrorBegins("ERR wrong number of arguments for 'mset'"),
    },
  ],
})

const cart = '@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon spring'
const importing = '@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}'
const migrating = '@{6379} CLUSTER SETSLOT {slot cart:{ann}} MIGRATING {id 6380}'
const giving = '@{6380} CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}'
const forgetting = '@{6379} CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}'
const note = ['@{6380} ASKING', '@{6380} SET cart:{ann}:note gift']

const atHome = every(calm, everyoneSeesSlotAt('cart:{ann}', '6379'))
const isImporting = slotImporting('cart:{ann}', '6380', '6379')
const isMigrating = slotMigrating('cart:{ann}', '6379', '6380')
const isOpen = every(atHome, isImporting, isMigrating)

const open = step({
  id: 'open',
  enter: [cart],
  ready: every(atHome, slotClosed('cart:{ann}')),
  watch: ['cart:{ann}'],
  goal: [
    {id: 'importing', ask: isImporting},
    {id: 'migrating', ask: isMigrating},
  ],
  focus: ['role'],
  solutions: [
    {id: 'at', lines: [importing, migrating]},
    {
      id: 'myid',
      lines: [
        '/use {6380}',
        'CLUSTER MYID',
        'CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}',
        '/use {6379}',
        'CLUSTER SETSLOT {slot cart:{ann}} MIGRATING {id 6380}',
      ],
    },
  ],
  slips: [
    {id: 'given-at-once', lines: [giving], seen: servesSlotOf('cart:{ann}', '6380')},
    {
      id: 'not-the-owner',
      lines: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} MIGRATING {id 6379}'],
      seen: lastErrorBegins("ERR I'm not the owner of hash slot"),
    },
    {
      id: 'already-the-owner',
      lines: ['@{6379} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6380}'],
      seen: lastErrorBegins("ERR I'm already the owner of hash slot"),
    },
    {
      id: 'port-for-id',
      lines: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {6379}'],
      seen: lastErrorBegins("ERR I don't know about node"),
    },
    {
      id: 'key-for-slot',
      lines: ['@{6380} CLUSTER SETSLOT cart:{ann} IMPORTING {id 6379}'],
      seen: lastErrorBegins('ERR Invalid or out of range slot'),
    },
    {
      id: 'a-replica',
      lines: ['@{6480} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}'],
      seen: lastErrorBegins('ERR Please use SETSLOT only with masters'),
    },
    {
      id: 'wrong-id',
      lines: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6380}'],
      seen: either(
        movesElsewhere('cart:{ann}', '6380', '6379'),
        movesElsewhere('cart:{ann}', '6379', '6380'),
      ),
    },
    {
      id: 'migrate-at-once',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000'],
      seen: lastErrorBegins('ERR Target instance replied with error: MOVED'),
    },
    {id: 'source-first', lines: [migrating], seen: both(holds(isMigrating), no(isImporting))},
  ],
})

const ask = step({
  id: 'ask',
  given: [cart, importing, migrating],
  ready: isOpen,
  watch: ['cart:{ann}'],
  prediction: settledBy(wasAnswered('6379', 'ASK'), 'ask'),
  goal: [
    {id: 'here', ask: wasReadFrom('6379')},
    {id: 'sent-on', ask: wasAnswered('6379', 'ASK')},
  ],
  focus: ['role'],
  solutions: [
    {id: 'at', lines: ['@{6379} GET cart:{ann}:items', '@{6379} GET cart:{ann}:note']},
    {
      id: 'use',
      lines: ['/use {6379}', 'EXISTS cart:{ann}:coupon', 'SET cart:{ann}:note gift'],
    },
  ],
  slips: [
    {id: 'no-tag', lines: ['@{6379} GET cart:ann:note'], seen: lastCommandHas('CART:ANN')},
    {
      id: 'both-at-once',
      lines: ['@{6379} MGET cart:{ann}:items cart:{ann}:note'],
      seen: lastErrorBegins('TRYAGAIN'),
    },
    {id: 'at-target', lines: ['@{6380} GET cart:{ann}:note'], seen: lastErrorBegins('MOVED')},
  ],
})

const stored = holdsKeyOf('cart:{ann}', '6380')

const asking = step({
  id: 'asking',
  given: [cart, importing, migrating],
  ready: isOpen,
  watch: ['cart:{ann}'],
  prediction: settledBy(wasAnswered('6380', 'MOVED'), 'moved'),
  goal: [
    {id: 'refused', ask: wasAnswered('6380', 'MOVED')},
    {id: 'stored', ask: stored},
  ],
  focus: ['role'],
  solutions: [
    {id: 'at', lines: ['@{6380} SET cart:{ann}:note gift', ...note]},
    {
      id: 'use',
      lines: ['/use {6380}', 'GET cart:{ann}:note', 'ASKING', 'SET cart:{ann}:note gift', '/use {6379}'],
    },
  ],
  slips: [
    {
      id: 'one-line',
      lines: ['@{6380} ASKING SET cart:{ann}:note gift'],
      seen: lastErrorBegins("ERR wrong number of arguments for 'asking'"),
    },
    {
      id: 'at-source',
      lines: ['@{6379} ASKING', '@{6379} SET cart:{ann}:note gift'],
      seen: lastErrorBegins('ASK '),
    },
    {
      id: 'spent',
      lines: ['@{6380} ASKING', '@{6380} GET cart:{ann}:note', '@{6380} SET cart:{ann}:note gift'],
      seen: both(no(stored), both(answeredInARow('MOVED', '6380', 1), wasSent('ASKING', '6380'))),
    },
  ],
})

const allMoved = slotKeysMoved('cart:{ann}', '6379', '6380')
const triedAgain = wasAnswered('any', 'TRYAGAIN')

const split = step({
  id: 'split',
  given: [cart, importing, migrating, ...note],
  ready: isOpen,
  watch: ['cart:{ann}'],
  prediction: settledBy(wasAnswered('6379', 'TRYAGAIN'), 'tryagain'),
  goal: [
    {id: 'tried', ask: triedAgain},
    {id: 'moved', ask: allMoved},
  ],
  focus: ['role'],
  solutions: [
    {
      id: 'one-by-one',
      lines: [
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000',
        '@{6379} MGET cart:{ann}:items cart:{ann}:coupon',
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:coupon 0 1000',
      ],
    },
    {
      id: 'keys',
      lines: [
        '/use {6379}',
        'MIGRATE 127.0.0.1 {6380} cart:{ann}:coupon 0 1000',
        'MGET cart:{ann}:items cart:{ann}:coupon',
        'CLUSTER GETKEYSINSLOT {slot cart:{ann}} 100',
        'MIGRATE 127.0.0.1 {6380} "" 0 1000 KEYS cart:{ann}:items',
      ],
    },
  ],
  slips: [
    {id: 'given-early', lines: [giving], seen: servesSlotOf('cart:{ann}', '6380')},
    {
      id: 'other-db',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 1 1000'],
      seen: lastErrorBegins('ERR Target instance replied with error: ERR SELECT'),
    },
    {
      id: 'busy',
      lines: [
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 1 1000',
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000',
      ],
      seen: lastErrorBegins('ERR Target instance replied with error: BUSYKEY'),
    },
    {
      id: 'wrong-way',
      lines: ['@{6380} MIGRATE 127.0.0.1 {6379} cart:{ann}:items 0 1000'],
      seen: either(lastSaid('NOKEY', '6380'), lastErrorBegins('ERR Target instance replied with error: ASK')),
    },
    {
      id: 'no-tag',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:ann:items 0 1000'],
      seen: both(lastSaid('NOKEY', '6379'), lastCommandHas('CART:ANN')),
    },
    {
      id: 'to-a-replica',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6480} cart:{ann}:items 0 1000'],
      seen: lastErrorBegins('ERR Target instance replied with error: MOVED'),
    },
    {
      id: 'nobody-there',
      lines: ['@{6379} MIGRATE 127.0.0.1 1 cart:{ann}:items 0 1000'],
      seen: lastErrorBegins('IOERR'),
    },
    {
      id: 'two-keys',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items cart:{ann}:coupon 0 1000'],
      seen: both(lastCommandBegins('MIGRATE'), lastErrorBegins('ERR syntax error')),
    },
    {
      id: 'keys-remain',
      lines: [forgetting],
      seen: lastErrorBegins("ERR Can't assign hashslot"),
    },
    {
      id: 'all-gone',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} "" 0 1000 KEYS cart:{ann}:items cart:{ann}:coupon'],
      seen: both(holds(allMoved), no(triedAgain)),
    },
  ],
})

const isGiven = everyoneSeesSlotAt('cart:{ann}', '6380')

const close = step({
  id: 'close',
  given: [
    cart,
    importing,
    migrating,
    '@{6379} MIGRATE 127.0.0.1 {6380} "" 0 1000 KEYS cart:{ann}:items cart:{ann}:coupon',
  ],
  ready: every(isOpen, slotEmptyAt('cart:{ann}', '6379')),
  watch: ['cart:{ann}'],
  prediction: {
    came: sight => {
      if (wasAnswered('6381', 'MOVED')(sight).is !== 'met') return undefined
      return isGiven(sight).is === 'met' ? 'target' : 'source'
    },
  },
  goal: [
    {id: 'asked', ask: wasAnswered('6381', 'MOVED')},
    {id: 'given', ask: isGiven},
    {id: 'closed', ask: slotClosed('cart:{ann}')},
  ],
  focus: ['role'],
  solutions: [
    {id: 'node', lines: ['@{6381} GET cart:{ann}:items', giving, forgetting]},
    {
      id: 'stable',
      lines: [
        '/use {6381}',
        'EXISTS cart:{ann}:coupon',
        '/use {6380}',
        'CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}',
        '/use {6379}',
        'CLUSTER SETSLOT {slot cart:{ann}} STABLE',
      ],
    },
  ],
  slips: [
    {
      id: 'port-for-id',
      lines: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} NODE {6380}'],
      seen: lastErrorBegins('ERR Unknown node'),
    },
    {
      id: 'a-replica',
      lines: ['@{6480} CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}'],
      seen: lastErrorBegins('ERR Please use SETSLOT only with masters'),
    },
    {
      id: 'old-owner',
      lines: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6379}'],
      seen: both(lastCommandHas('SETSLOT'), both(lastCommandHas('NODE'), lastCommandNames('6379'))),
    },
    {
      id: 'called-off',
      lines: [
        '@{6379} CLUSTER SETSLOT {slot cart:{ann}} STABLE',
        '@{6380} CLUSTER SETSLOT {slot cart:{ann}} STABLE',
      ],
      seen: both(servesSlotOf('cart:{ann}', '6379'), no(isMigrating)),
    },
    {
      id: 'source-first',
      lines: [forgetting],
      seen: sight => !servesSlotOf('cart:{ann}', '6379')(sight) && !servesSlotOf('cart:{ann}', '6380')(sight),
    },
  ],
})

export const slots = lesson({
  id: 'slots',
  stage: 'cluster',
  recall: [
    {id: 'write-on-replica', right: 'error'},
    {id: 'stale', right: 'either'},
    {id: 'behind', right: 'offsets'},
  ],
  steps: [slot, moved, follow, replica, tags, open, ask, asking, split, close],
  words: {en, zh},
})
