// Step "Restart a replica: does it catch up?"

import {portOf} from '../../src/model/cluster/node.ts'
import {isWriteOn} from '../../src/model/commands/write-commands.ts'
import {everyoneSaysOk, failedFor, nobodySuspects} from '../../src/model/lesson/goals/cluster.ts'
import {
  caughtUp,
  every,
  follows,
  isDown,
  keysGrew,
  syncedInFull,
} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  holds,
  lastErrorBegins,
  replicates,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, once, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {oneIsDown} from './signs.ts'

/** Every write of the learner came while 6481 was up, so that it missed none. */
const missedNone: Sign = ({outcomes}) => {
  const writes = outcomes.flatMap((outcome, i) => (isWriteOn(outcome, '6381') ? [i] : []))
  const isUpBefore = (i: number) =>
    outcomes.slice(0, i).findLast(({action}) => action.node === '6481')?.action.do === 'start'
  return writes.length > 0 && writes.every(isUpBefore)
}

/** Writes from another terminal have no place among the lines: a new key of theirs counts. */
const written: Goal = evidence => {
  const own = evidence.outcomes.some(outcome => isWriteOn(outcome, '6381'))
  if (!own) return keysGrew('6381')(evidence)
  if (!missedNone(evidence)) return met
  return notYet(message('goals.writtenWhileUp', {node: portOf('6481', evidence.now.roster)}))
}

const back = every(follows('6481', '6381'), caughtUp('6481', '6381'))

export const newest = step({
  setup: ['/kill {6481}'],
  ready: every(isDown('6481'), failedFor('6481'), everyoneSaysOk),
  goals: {
    written,
    back: every(back, nobodySuspects('6481'), everyoneSaysOk),
  },
  stableFor: 500,
  highlight: ['master_link_status', 'slave_repl_offset', 'slave', 'connected_slaves'],
  view: 'nodes',
  prediction: {
    answer: 'newest',
    seen: holds(every(written, back)),
    unseen: ['nothing-missed'],
  },
  facts: {full: once(syncedInFull('6381'))},
  solutions: {
    set: ['@{6381} SET stock:2 12', '/start {6481}'],
    owner: ['@{owner visits} 10 INCR visits', '/start {6481}'],
  },
  ways: {
    again: ['/start {6481}', '/kill {6481}', '@{6381} SET stock:2 12', '/start {6481}'],
    'written-between': [
      '/start {6481}',
      '@{6381} SET stock:2 12',
      '/kill {6481}',
      '@{6381} SET stock:2 11',
      '/start {6481}',
    ],
  },
  mistakes: {
    'master-killed': {example: ['/kill {6381}'], when: holds(isDown('6381'))},
    another: {example: ['/kill {6479}'], when: oneIsDown('6379', '6380', '6479', '6480')},
    'nothing-missed': {
      example: ['/start {6481}', '@{6381} SET stock:2 12'],
      when: both(replicates('6481'), unmet(written)),
    },
    'not-its-slot': {example: ['@{6381} SET product:1 cup'], when: lastErrorBegins('MOVED')},
  },
})
