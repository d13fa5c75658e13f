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
const offsets = ['role', 'master_repl_offset', 'slave_repl_offset', 'slave']

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
  id: 'hold',
  setup: shop,
  ready: every(everyNodeAnswers, follows('6380', '6379'), caughtUp('6380', '6379')),
  goals: [
    {id: 'paused', goal: paused},
    {id: 'read', goal: wasReadFrom('6379')},
  ],
  highlight: offsets,
  prediction: comesWith(every(paused, wasReadFrom('6379')), 'answers'),
  solutions: [{id: 'write', lines: ['@{6379} CLIENT PAUSE 60000 WRITE', '@{6379} GET product:1']}],
  mistakes: [
    {
      id: 'all',
      lines: ['@{6379} CLIENT PAUSE 2000'],
      when: pausedWith(words => words.length === 1 || words[1] === 'ALL'),
    },
    {
      id: 'seconds',
      lines: ['@{6379} CLIENT PAUSE 60 WRITE'],
      when: pausedWith(([ms, what]) => what === 'WRITE' && Number(ms) < 1000),
    },
  ],
})

const promote = step({
  id: 'promote',
  setup: shop,
  enter: [pause],
  ready: every(follows('6380', '6379'), caughtUp('6380', '6379')),
  goals: [
    {id: 'master', goal: isMaster('6380')},
    {id: 'history', goal: keptHistoryOf('6380', '6379')},
  ],
  highlight: [...offsets, 'master_replid', 'master_replid2'],
  solutions: [{id: 'no-one', lines: ['@{6380} REPLICAOF NO ONE']}],
})

const handOver = step({
  id: 'hand-over',
  setup: [...shop, pause, '@{6380} REPLICAOF NO ONE'],
  ready: every(isMaster('6379'), isMaster('6380')),
  goals: [
    {id: 'follows', goal: follows('6379', '6380')},
    {id: 'let-go', goal: wasCalled('6379', 'client|unpause')},
  ],
  highlight: ['role', 'master_port', 'master_link_status', 'slave'],
  solutions: [{id: 'follow-first', lines: ['@{6379} REPLICAOF 127.0.0.1 {6380}', '@{6379} CLIENT UNPAUSE']}],
  mistakes: [
    {
      id: 'too-early',
      lines: ['@{6379} CLIENT UNPAUSE'],
      when: both(holds(isMaster('6379')), holds(wasCalled('6379', 'client|unpause'))),
    },
  ],
})

export default lesson({id: 'switchover', stage: 'standalone', steps: [hold, promote, handOver]})
