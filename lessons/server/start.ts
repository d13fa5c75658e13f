// Step "redis.conf: start a node with its file"

import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import {commandOf} from '../../src/model/commands/action.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {everyNodeAnswers, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {others} from './shop.ts'
import {configuredOn, isDone} from './signs.ts'

/** A client ran CONFIG GET. Valkey 9 counts two of its own at its start, as another node shows. */
const asked: Goal = evidence =>
  aboutNode(evidence, '6382', reading => {
    const own = answeredOf(evidence.start, '6481')?.calls['config|get'] ?? 0
    if ((reading.calls['config|get'] ?? 0) > own) return met
    return notYet(message('goals.notCalled', {...nodeOf(reading), command: 'CONFIG GET'}))
  })

export const start = step({
  ready: everyNodeAnswers,
  goals: {runs: isMaster('6382'), asked: asked},
  prediction: {
    answer: 'usual',
    seen: ({outcomes}) =>
      outcomes.some(
        one =>
          one.action.node === '6382' &&
          isDone(one) &&
          commandOf(one.action).join(' ') === 'CONFIG GET APPENDFSYNC',
      ),
    unseen: ['other'],
  },
  highlight: ['role'],
  solutions: {
    server: [
      '/conf {6382}',
      'redis-server {6382}/redis.conf',
      '@{6382} CONFIG GET appendfsync',
      '@{6382} CONFIG GET bind protected-mode port daemonize dir appendonly',
    ],
    start: ['/start {6382}', '/use {6382}', 'CONFIG GET appendfsync', '/use {6379}'],
  },
  ways: {other: ['/start {6382}', '@{6382} CONFIG GET append*']},
  mistakes: {
    'before-start': {
      example: ['@{6382} CONFIG GET appendfsync'],
      when: both(lastCommandBegins('CONFIG', '6382'), holds(isDown('6382'))),
    },
    'no-name': {
      example: ['/start {6382}', '@{6382} CONFIG GET'],
      when: lastErrorBegins("ERR wrong number of arguments for 'config|get'"),
    },
    elsewhere: {example: ['/start {6382}', 'CONFIG GET appendfsync'], when: configuredOn(...others)},
  },
})
