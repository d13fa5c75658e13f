// Step "dir and appendonly: what a kill leaves"

import {writeCommands} from '../../src/model/commands/write-commands.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {every, isDown, isMaster, keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {both, either, holds, lastWroteOn, type Sign, unmet} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {others} from './shop.ts'
import {isRestarted, wasNotTold} from './signs.ts'

/** The process has keys that it did not get from a client: it read them from its files. */
const readFromFiles: Goal = every(keysGrew('6382'), isRestarted('6382'), wasNotTold('6382', ...writeCommands))

const written: Goal = evidence =>
  aboutNode(evidence, '6382', reading =>
    reading.keys > 0 ? met : notYet(message('goals.noKeys', nodeOf(reading))),
  )

/** A process that is told to end may still save. */
const wasKilled: Sign = ({outcomes}) =>
  outcomes.some(({action}) => action.do === 'kill' && action.node === '6382')

export const kept = step({
  setup: ['/start {6382}'],
  ready: isMaster('6382'),
  goals: {written, kept: readFromFiles},
  prediction: {answer: 'all', seen: both(holds(readFromFiles), wasKilled), unseen: ['stopped']},
  highlight: ['role', 'master_replid'],
  solutions: {
    kill: ['@{6382} SET product:1 teapot', '/kill {6382}', '/start {6382}', '@{6382} GET product:1'],
    signal: [
      '@{6382} RPUSH orders:today teapot cup',
      'kill -9 {6382}',
      'redis-server {6382}/redis.conf',
      '@{6382} LLEN orders:today',
    ],
  },
  ways: {stopped: ['@{6382} MSET a 1 b 2', '@{6382} SHUTDOWN', '/start {6382}']},
  mistakes: {
    'killed-first': {
      example: ['/kill {6382}', '/start {6382}', '@{6382} SET product:1 teapot'],
      when: both(holds(isRestarted('6382')), holds(keysGrew('6382')), unmet(readFromFiles)),
    },
    elsewhere: {
      example: ['SET product:1 teapot'],
      when: either(lastWroteOn(...others), ...others.map(node => holds(isDown(node)))),
    },
    frozen: {example: ['@{6382} SET product:1 teapot', '/pause {6382}'], when: isPaused('6382')},
  },
})
