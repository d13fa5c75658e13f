// Step "Two and four: a split that nobody wins"

import {everyoneSaysOk, saysState, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {everyLinkIsWhole, isCutOff} from '../../src/model/lesson/goals/links.ts'
import {every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastCommandBegins} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {coverageWasSet} from '../failover/signs.ts'
import {isPair} from '../lost-writes/pair.ts'
import {otherIsCutOff} from './two-sides.ts'

const isSplit = isCutOff('6381', '6481')
const stopped = every(isSplit, stateIs('fail'))

export const split = step({
  ready: isPair('6381', '6481'),
  highlight: ['role'],
  view: 'opinions',
  goals: {
    split: once(isSplit),
    stopped: once(stopped),
    whole: every(everyLinkIsWhole, everyoneSaysOk, isMaster('6381')),
  },
  stableFor: 500,
  prediction: {answer: 'nobody', seen: holds(stopped)},
  // A client that waits for a list is thrown out as soon as its node reports fail. The last line gives the replicas time to hear of it.
  solutions: {
    heal: [
      '/cut {6381} {6481} | rest',
      '@{6381} BLPOP visits 60',
      '@{owner door} BLPOP door 60',
      '@{6381} WAIT 2 1500',
      '/heal',
    ],
  },
  ways: {
    close: [
      '/cut {6381} {6481} | rest --close',
      '@{6381} BLPOP visits 60',
      '@{owner door} BLPOP door 60',
      '@{6381} WAIT 2 1500',
      '/heal',
    ],
  },
  mistakes: {
    force: {
      example: ['/cut {6381} {6481} | rest', '@{6481} CLUSTER FAILOVER FORCE'],
      when: both(holds(isSplit), lastCommandBegins('CLUSTER FAILOVER FORCE')),
    },
    takeover: {
      example: ['/cut {6381} {6481} | rest', '@{6481} CLUSTER FAILOVER TAKEOVER'],
      when: holds(isMaster('6481')),
    },
    'goes-on': {
      example: [
        '@all CONFIG SET cluster-require-full-coverage no',
        '/cut {6381} {6481} | rest',
        '@{6381} BLPOP visits 60',
        '@{6381} WAIT 2 1000',
      ],
      when: both(coverageWasSet, holds(every(isSplit, saysState('6381', 'fail'), saysState('6380', 'ok')))),
    },
    'one-node': {example: ['/cut {6381} | rest'], when: otherIsCutOff()},
  },
})
