// Step "CONFIG REWRITE: make it last"

import {type Action, commandOf} from '../../src/model/commands/action.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {every, follows, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastDoneOn, replicates, type Sign, unmet} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {didNotStart, isRestarted, replicaofNames, wasNotTold} from './signs.ts'

const byItself = every(isRestarted('6382'), wasNotTold('6382', ...replicaofNames))
const forgotten = every(follows('6382', '6379'), byItself)
const lasts = every(isMaster('6382'), byItself)

function isFree(action: Action): boolean {
  return action.node === '6382' && /^(REPLICAOF|SLAVEOF) NO ONE$/.test(commandOf(action).join(' '))
}

/** At some time the node was told to follow nobody, nothing saved that, and then it was restarted. */
const wasToldAndRestarted: Sign = ({outcomes}: Evidence) => {
  const actions = outcomes.map(({action}) => action)
  return actions.some((action, i) => {
    const since = actions.slice(i)
    const at = since.findIndex(one => one.do === 'start' && one.node === '6382')
    return isFree(action) && at !== -1 && !since.slice(0, at).some(isSaving)
  })
}

function isSaving(action: Action): boolean {
  return action.node === '6382' && commandOf(action)[1] === 'REWRITE'
}

export const rewrite = step({
  setup: ['@{6379} SET product:1 teapot', '/conf {6382} replicaof 127.0.0.1 {6379}', '/start {6382}'],
  ready: follows('6382', '6379'),
  goals: {forgotten: once(forgotten), lasts},
  prediction: {
    answer: 'replica',
    seen: both(wasToldAndRestarted, holds(forgotten)),
    unseen: ['restarted-first'],
  },
  highlight: ['role', 'master_port', 'master_link_status'],
  solutions: {
    rewrite: [
      '@{6382} REPLICAOF NO ONE',
      '/kill {6382}',
      '/start {6382}',
      '@{6379} WAIT 1 5000',
      '@{6382} REPLICAOF NO ONE',
      '@{6382} CONFIG REWRITE',
      '/conf {6382}',
      '/kill {6382}',
      '/start {6382}',
    ],
    file: [
      '@{6382} SLAVEOF NO ONE',
      '/kill {6382}',
      '/start {6382}',
      '@{6379} WAIT 1 5000',
      '/conf {6382} -replicaof',
      '/kill {6382}',
      '/start {6382}',
    ],
  },
  ways: {
    'restarted-first': [
      '/kill {6382}',
      '/start {6382}',
      '@{6379} WAIT 1 5000',
      '@{6382} REPLICAOF NO ONE',
      '@{6382} CONFIG REWRITE',
      '/kill {6382}',
      '/start {6382}',
    ],
    'saved-too-early': [
      '@{6382} REPLICAOF NO ONE',
      '@{6382} CONFIG REWRITE',
      '/kill {6382}',
      '/start {6382}',
      '/conf {6382} replicaof 127.0.0.1 {6379}',
      '/kill {6382}',
      '/start {6382}',
      '@{6379} WAIT 1 5000',
      '@{6382} REPLICAOF NO ONE',
      '/kill {6382}',
      '/start {6382}',
      '@{6379} WAIT 1 5000',
      '/conf {6382} -replicaof',
      '/kill {6382}',
      '/start {6382}',
    ],
    'no-one': [
      '@{6382} REPLICAOF NO ONE',
      '/stop {6382}',
      '/start {6382}',
      '@{6379} WAIT 1 5000',
      '/conf {6382} replicaof no one',
      '/stop {6382}',
      '/start {6382}',
    ],
  },
  mistakes: {
    'not-seen': {
      example: ['@{6382} REPLICAOF NO ONE', '@{6382} CONFIG REWRITE', '/kill {6382}', '/start {6382}'],
      when: both(holds(lasts), evidence => !wasToldAndRestarted(evidence)),
    },
    'rewrote-a-replica': {
      example: ['@{6382} CONFIG REWRITE'],
      when: both(replicates('6382'), lastDoneOn(['6382'], 'CONFIG REWRITE')),
    },
    'bad-line': {
      example: ['/conf {6382} replicaof nobody', '/kill {6382}', '/start {6382}'],
      when: didNotStart('6382'),
    },
    'only-told': {
      example: ['@{6382} REPLICAOF NO ONE'],
      when: both(holds(isMaster('6382')), unmet(isRestarted('6382'))),
    },
  },
})
