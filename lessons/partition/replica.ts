// Step "A replica cut off: its link says up"

import {linkIsUp} from '../../src/model/cluster/snapshot.ts'
import {answeredIn} from '../../src/model/lesson/goals/about-node.ts'
import {everyLinkIsWhole, isCutOff} from '../../src/model/lesson/goals/links.ts'
import {
  caughtUp,
  every,
  follows,
  syncedInFull,
  syncedInPart,
} from '../../src/model/lesson/goals/replication.ts'
import {both, holds} from '../../src/model/lesson/goals/signs.ts'
import {isBehind} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {isPair} from '../lost-writes/pair.ts'
import {otherIsCutOff} from './two-sides.ts'

const behind = every(isCutOff('6481'), isBehind('6481', '6381'))

export const replica = step({
  ready: isPair('6381', '6481'),
  highlight: ['master_link_status', 'master_last_io_seconds_ago', 'slave'],
  goals: {
    behind: once(behind),
    back: every(everyLinkIsWhole, follows('6481', '6381'), caughtUp('6481', '6381')),
  },
  prediction: {
    answer: 'up',
    seen: both(holds(behind), ({now}) => {
      const reading = answeredIn(now, '6481')
      return reading !== undefined && linkIsUp(reading)
    }),
    unseen: ['close'],
  },
  facts: {part: syncedInPart('6381'), full: syncedInFull('6381')},
  solutions: {heal: ['/cut {6481} | rest', '@{6381} SET product:2 cup', '/heal']},
  ways: {
    close: ['/cut {6481} | rest --close', '@{6381} SET product:2 cup', '/heal'],
    'small-backlog': [
      '@{6381} CONFIG SET repl-backlog-size 16384',
      '/cut {6481} | rest',
      `@{6381} EVAL "redis.call('SET',KEYS[1],string.rep('x',60000))" 1 product:2`,
      '/heal',
    ],
  },
  mistakes: {
    master: {example: ['/cut {6381} | rest'], when: otherIsCutOff('6481')},
  },
})
