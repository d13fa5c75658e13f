// Step "CLUSTER KEYSLOT: every key has a slot"

import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './cart.ts'

export const slot = step({
  ready: healthy,
  goals: {asked: wasCalled('any', 'cluster|keyslot')},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    here: ['@{6379} CLUSTER KEYSLOT cart:ann'],
    elsewhere: ['/use {6481}', 'CLUSTER KEYSLOT cart:ann', '/use {6379}'],
  },
  mistakes: {
    alone: {example: ['@{6379} KEYSLOT cart:ann'], when: lastErrorBegins("ERR unknown command 'KEYSLOT'")},
    'other-word': {
      example: ['@{6379} CLUSTER SLOT cart:ann'],
      when: lastErrorBegins('ERR unknown subcommand'),
    },
    'no-key': {
      example: ['@{6379} CLUSTER KEYSLOT'],
      when: lastErrorBegins("ERR wrong number of arguments for 'cluster|keyslot'"),
    },
  },
})
