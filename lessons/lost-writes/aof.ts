// Step "WAITAOF: on which disks is it?"

import {follows} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  fact,
  lastCommandBegins,
  lastErrorBegins,
  not,
  type Sign,
} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {isPair, rate, takenOver} from './pair.ts'
import {waitAofCounted, wroteAndAsked} from './signs.ts'

/** Without a write before it, WAITAOF has nothing to wait for. */
const onBothDisks = fact(wroteAndAsked([1, 1], '6480'))

/** The last command was a WAITAOF whose time was up before both disks had the write. */
const lastFellShort: Sign = evidence => {
  const last = evidence.outcomes.slice(-1)
  return (
    lastCommandBegins('WAITAOF', '6480')(evidence) &&
    last.some(one => one.is === 'replied' && one.reply.type === 'array') &&
    !waitAofCounted([1, 1], '6480')({...evidence, outcomes: last})
  )
}

export const aof = step({
  needs: 'waitAof',
  setup: takenOver('6480', '6479'),
  // The step before has killed it.
  enter: ['/start {6380}'],
  ready: isPair('6480', '6380'),
  traffic: rate,
  view: 'traffic',
  highlight: ['role', 'slave', 'slave_repl_offset', 'master_repl_offset'],
  goals: {
    disks: once(onBothDisks),
    short: once(fact(both(wroteAndAsked([1, 0], '6480'), isPaused('6380')))),
    back: follows('6380', '6480'),
  },
  prediction: comesWith(onBothDisks, 'waits'),
  solutions: {
    waitaof: [
      '@{6480} SET tasks 1',
      '@{6480} WAITAOF 1 1 5000',
      '/pause {6380}',
      '@{6480} SET tasks 2',
      '@{6480} WAITAOF 1 1 3000',
      '/resume {6380}',
    ],
  },
  mistakes: {
    'on-the-replica': {
      example: ['@{6380} WAITAOF 1 1 500'],
      when: lastErrorBegins('ERR WAITAOF cannot be used with replica'),
    },
    'nothing-written': {
      example: ['@{6480} WAITAOF 1 1 5000'],
      when: both(waitAofCounted([1, 1], '6480'), not(wroteAndAsked([1, 1], '6480'))),
    },
    'too-short': {
      // Whatever the time limit, nothing is forced to the disk here.
      example: ['@{6480} CONFIG SET appendfsync no', '@{6480} SET tasks 1', '@{6480} WAITAOF 1 1 300'],
      when: both(lastFellShort, not(isPaused('6380'))),
    },
    disks: {
      example: ['@{6480} WAITAOF 2 1 500'],
      when: both(lastCommandBegins('WAITAOF'), lastErrorBegins('ERR value is out of range')),
    },
  },
})
