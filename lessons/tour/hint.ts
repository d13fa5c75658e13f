// Step "/hint: when you are stuck"

import {hintAsked} from '../../src/model/lesson/goals/replies.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

export const hint = step({
  ready: healthy,
  goals: {asked: hintAsked},
  solutions: {hint: ['/hint']},
  mistakes: {
    'redis-help': {
      example: ['CLIENT HELP'],
      when: ({outcomes}) => outcomes.at(-1)?.action.do === 'command',
    },
  },
})
