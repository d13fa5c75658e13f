// Step "Gossip: where the nodes are listed"

import {viewAskedOf} from '../../src/model/lesson/goals/failover.ts'
import {holds, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

export const gossip = step({
  ready: healthy,
  goals: {master: viewAskedOf('master'), replica: viewAskedOf('replica')},
  view: 'opinions',
  // A replica that prints the same map shows that it is kept there too.
  prediction: {answer: 'every', seen: holds(viewAskedOf('replica'))},
  solutions: {
    nodes: ['@{6379} CLUSTER NODES', '@{6481} CLUSTER NODES'],
    shards: ['@{6380} CLUSTER SHARDS', '@{6480} CLUSTER SLOTS'],
  },
  ways: {'one-of-each': ['@{6381} CLUSTER REPLICAS {id 6381}', '@{6479} CLUSTER NODES']},
  mistakes: {
    'no-cluster': {example: ['@{6379} NODES'], when: lastErrorBegins("ERR unknown command 'NODES'")},
    unknown: {example: ['@{6379} CLUSTER NODE'], when: lastErrorBegins('ERR unknown subcommand')},
  },
})
