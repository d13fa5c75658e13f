// Step "Gossip: how nodes know each other"

import {viewAsked} from '../../src/model/lesson/goals/failover.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

export const gossip = step({
  ready: healthy,
  goals: {view: viewAsked, links: wasCalled('any', 'cluster|links')},
  view: 'opinions',
  solutions: {
    nodes: ['@{6379} CLUSTER NODES', '@{6379} CLUSTER LINKS'],
    shards: ['@{6481} CLUSTER SHARDS', '@{6481} CLUSTER LINKS'],
  },
  mistakes: {
    'no-cluster': {example: ['@{6379} NODES'], when: lastErrorBegins("ERR unknown command 'NODES'")},
    unknown: {example: ['@{6379} CLUSTER NODE'], when: lastErrorBegins('ERR unknown subcommand')},
  },
})
