// Step "/kill: break something"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import {everyoneSaysOk, nobodySuspects} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isDown,
  syncedInFull,
} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, type Sign, unmet} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, once, step} from '../../src/model/lesson/lesson.ts'
import {met} from '../../src/model/lesson/verdict.ts'
import {healthy} from './healthy.ts'

const anotherIsDown: Sign = evidence =>
  sixNodes.some(node => node !== '6481' && isDown(node)(evidence).is === 'met')

/** 6481 is down, or is another process than at the start. */
const wasDown: Goal = evidence => {
  const [before, now] = [evidence.start, evidence.now].map(snapshot => answeredOf(snapshot, '6481')?.runId)
  return before !== now && now !== undefined ? met : isDown('6481')(evidence)
}

export const breakNode = step({
  ready: healthy,
  goals: {
    down: once(isDown('6481')),
    back: every(everyNodeAnswers, everyReplicaLinked, nobodySuspects('6481'), everyoneSaysOk),
  },
  stableFor: 500,
  highlight: ['role', 'connected_slaves', 'slave', 'master_link_status'],
  facts: {'copied-again': syncedInFull('6381')},
  solutions: {kill: ['/kill {6481}', '/start {6481}'], stop: ['/stop {6481}', '/start {6481}']},
  // A new replica may still write its first append-only file.
  ways: {shutdown: ['@{6481} SHUTDOWN NOSAVE FORCE', '/start {6481}']},
  mistakes: {
    another: {
      example: ['/kill {6479}'],
      when: both(anotherIsDown, unmet(wasDown)),
    },
    'another-too': {
      example: ['/kill {6479}', '/kill {6481}', '/start {6481}'],
      when: both(anotherIsDown, holds(wasDown)),
    },
    paused: {
      example: ['/pause {6481}'],
      when: ({now}) => now.nodes.some(({process}) => process.is === 'paused'),
    },
    'already-runs': {
      example: ['/start {6481}'],
      when: both(
        ({outcomes}) => outcomes.at(-1)?.action.do === 'start' && outcomes.at(-1)?.is === 'failed',
        holds(everyNodeAnswers),
      ),
    },
  },
})
