// A planned change of the master without cluster mode: writes are held, so that not one of them is lost on the way.

import {
  both,
  caughtUp,
  comesWith,
  every,
  everyNodeAnswers,
  follows,
  holds,
  isMaster,
  keptHistoryOf,
  lesson,
  type Sign,
  step,
  wasCalled,
  wasReadFrom,
} from 'redis-cluster-lab'

const shop = [
  '@{6379} MSET product:1 teapot product:2 cup product:3 kettle',
  '@{6380} REPLICAOF 127.0.0.1 {6379}',
  // The next line of a step's start must find the replica in sync.
  '@{6379} WAIT 1 5000',
]
const pause = '@{6379} CLIENT PAUSE 600000 WRITE'
const paused = wasCalled('6379', 'client|pause')
const offsets = ['role', 'master_repl_offset', 'slave_repl_offset', 'slave'] as const

/** The last command paused, and these words follow `CLIENT PAUSE`. */
function pausedWith(fits: (words: readonly string[]) => boolean): Sign {
  return ({outcomes}) => {
    const action = outcomes.at(-1)?.action
    if (action?.do !== 'command') return false
    const [client = '', pause = '', ...words] = action.words.map(word => word.toUpperCase())
    return client === 'CLIENT' && pause === 'PAUSE' && fits(words)
  }
}

const hold = step({
  setup: shop,
  ready: every(everyNodeAnswers, follows('6380', '6379'), caughtUp('6380', '6379')),
  goals: {paused, read: wasReadFrom('6379')},
  highlight: offsets,
  prediction: comesWith(every(paused, wasReadFrom('6379')), 'answers'),
  solutions: {write: ['@{6379} CLIENT PAUSE 60000 WRITE', '@{6379} GET product:1']},
  mistakes: {
    all: {
      example: ['@{6379} CLIENT PAUSE 2000'],
      when: pausedWith(words => words.length === 1 || words[1] === 'ALL'),
    },
    seconds: {
      example: ['@{6379} CLIENT PAUSE 60 WRITE'],
      when: pausedWith(([ms, what]) => what === 'WRITE' && Number(ms) < 1000),
    },
  },
})

const promote = step({
  setup: shop,
  enter: [pause],
  ready: every(follows('6380', '6379'), caughtUp('6380', '6379')),
  goals: {master: isMaster('6380'), history: keptHistoryOf('6380', '6379')},
  highlight: [...offsets, 'master_replid', 'master_replid2'],
  solutions: {'no-one': ['@{6380} REPLICAOF NO ONE']},
})

const handOver = step({
  setup: [...shop, pause, '@{6380} REPLICAOF NO ONE'],
  ready: every(isMaster('6379'), isMaster('6380')),
  goals: {follows: follows('6379', '6380'), 'let-go': wasCalled('6379', 'client|unpause')},
  highlight: ['role', 'master_port', 'master_link_status', 'slave'],
  solutions: {'follow-first': ['@{6379} REPLICAOF 127.0.0.1 {6380}', '@{6379} CLIENT UNPAUSE']},
  mistakes: {
    'too-early': {
      example: ['@{6379} CLIENT UNPAUSE'],
      when: both(holds(isMaster('6379')), holds(wasCalled('6379', 'client|unpause'))),
    },
  },
})

export default lesson({id: 'switchover', stage: 'standalone', steps: {hold, promote, 'hand-over': handOver}})
