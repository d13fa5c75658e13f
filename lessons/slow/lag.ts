// Step "lag=0: and a second behind"

import {commandOf} from '../../src/model/commands/action.ts'
import {portIn} from '../../src/model/lesson/goals/about-node.ts'
import {isSlow} from '../../src/model/lesson/goals/links.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, not} from '../../src/model/lesson/goals/signs.ts'
import {isBehind} from '../../src/model/lesson/goals/stale-reads.ts'
import {type Goal, once, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {isPair, rate} from '../lost-writes/pair.ts'

const behind = every(isSlow('6379', '6479'), isBehind('6479', '6379'))

/** ms: a WAIT that takes longer has waited for the slow link. */
const long = 500

/** A WAIT on 6379 counted its replica, after a while. */
const waited: Goal = ({now, outcomes}) =>
  outcomes.some(
    outcome =>
      outcome.action.node === '6379' &&
      commandOf(outcome.action)[0] === 'WAIT' &&
      outcome.ms >= long &&
      outcome.is === 'replied' &&
      outcome.reply.type === 'integer' &&
      Number(outcome.reply.text) > 0,
  )
    ? met
    : notYet(message('goals.noLongWait', {node: portIn(now, '6379')}))

export const lag = step({
  ready: isPair('6379', '6479'),
  traffic: rate,
  highlight: ['slave', 'master_repl_offset', 'slave_repl_offset'],
  goals: {behind: once(behind), waited},
  prediction: {answer: 'nothing', seen: holds(behind)},
  solutions: {
    slow: ['/slow {6379} > {6479} 1000', '@{6379} SET price 12', '@{6379} WAIT 1 5000'],
  },
  ways: {
    both: ['/slow {6379} {6479} 2000', '@{6379} INCR price', '@{6379} WAIT 1 8000'],
  },
  mistakes: {
    back: {
      example: ['/slow {6479} > {6379} 1000'],
      when: both(holds(isSlow('6479', '6379')), not(holds(isSlow('6379', '6479')))),
    },
    impatient: {
      example: ['/slow {6379} > {6479} 3000', '@{6379} SET price 12', '@{6379} WAIT 1 100'],
      when: ({outcomes}) => {
        const last = outcomes.at(-1)
        return (
          last?.is === 'replied' &&
          commandOf(last.action)[0] === 'WAIT' &&
          last.reply.type === 'integer' &&
          last.reply.text === '0'
        )
      },
    },
  },
})
