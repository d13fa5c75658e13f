// The goals of src/model/lesson/goals/ on recorded nodes. Every sentence they can say is checked in the files beside this one.

import {describe, expect, test} from 'vitest'
import {
  everyoneSaysOk,
  everyoneSeesOwner,
  nobodySuspects,
} from '../../../../../src/model/lesson/goals/cluster.ts'
import {
  caughtUp,
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
  isDown,
  isMaster,
  keptHistoryOf,
} from '../../../../../src/model/lesson/goals/replication.ts'
import {met} from '../../../../../src/model/lesson/verdict.ts'
import {languages, translate} from '../../../../../src/model/text/messages.ts'
import {recorded, type Situation} from '../../../recorded/recording.ts'
import {answer, evidenceOf} from '../../readings.ts'

describe('Of real nodes', () => {
  const goals = {
    'all answer': everyNodeAnswers,
    'links are up': everyReplicaLinked,
    'all say ok': everyoneSaysOk,
    '6380 follows 6379': follows('6380', '6379'),
    '6481 follows 6381': follows('6481', '6381'),
    '6381 is a master': isMaster('6381'),
    '6481 is a master': isMaster('6481'),
    '6381 is down': isDown('6381'),
    '6381 is not suspected': nobodySuspects('6381'),
    '6381 caught up': caughtUp('6381', '6379'),
  } as const
  test.each<[Situation, readonly (keyof typeof goals)[]]>([
    [
      'cluster',
      [
        'all answer',
        'links are up',
        'all say ok',
        '6481 follows 6381',
        '6381 is a master',
        '6381 is not suspected',
      ],
    ],
    ['killed', ['all say ok', '6381 is down', '6381 is not suspected']],
    ['suspected', ['all say ok', '6381 is down']],
    ['failed', ['6381 is down']],
    ['promoted', ['all say ok', '6481 is a master', '6381 is down']],
    ['returned', ['all answer', 'links are up', 'all say ok', '6481 is a master', '6381 is not suspected']],
    [
      'masters',
      ['all answer', 'links are up', '6381 is a master', '6481 is a master', '6381 is not suspected'],
    ],
    [
      'replicas',
      [
        'all answer',
        'links are up',
        '6380 follows 6379',
        '6481 is a master',
        '6381 is not suspected',
        '6381 caught up',
      ],
    ],
    [
      'chain',
      [
        'all answer',
        'links are up',
        '6380 follows 6379',
        '6481 follows 6381',
        '6381 is not suspected',
        '6381 caught up',
      ],
    ],
    [
      'no-one',
      [
        'all answer',
        'links are up',
        '6380 follows 6379',
        '6481 follows 6381',
        '6381 is a master',
        '6381 is not suspected',
      ],
    ],
    [
      'moved',
      [
        'all answer',
        'links are up',
        '6380 follows 6379',
        '6481 is a master',
        '6381 is not suspected',
        '6381 caught up',
      ],
    ],
  ])('%s: %j', (situation, expected) => {
    const evidence = evidenceOf(recorded(situation))
    const holding = Object.entries(goals).filter(([, goal]) => goal(evidence) === met)
    expect(holding.map(([title]) => title)).toEqual(expected)
  })

  test('a failover is told from its start to its end', () => {
    const start = recorded('cluster')
    const goal = every(isDown('6381'), isMaster('6481'), everyoneSeesOwner('6481', '6381'), everyoneSaysOk)
    const told = (['cluster', 'killed', 'suspected', 'failed', 'promoted'] as const).map(situation =>
      answer(goal, evidenceOf(recorded(situation), start)),
    )
    expect(told).toEqual([
      '6381 is still running; expected down',
      '6481 is a replica of 6381; expected role:master',
      '6481 is a replica of 6381; expected role:master',
      '6481 is a replica of 6381; expected role:master',
      'met',
    ])
  })

  test('a promoted replica kept the history it followed', () => {
    expect(answer(keptHistoryOf('6381', '6379'), evidenceOf(recorded('no-one'), recorded('chain')))).toBe(
      'met',
    )
    expect(answer(keptHistoryOf('6381', '6379'), evidenceOf(recorded('chain'), recorded('chain')))).toBe(
      '6381 has master_replid2:00000000…; expected 450d7533…, the history of 6379 when the step began',
    )
  })

  test('and every sentence can be said in every language without a gap', () => {
    for (const situation of ['failed', 'wait-bgsave', 'transfer', 'masters', 'ring'] as const)
      for (const goal of [...Object.values(goals), follows('6479', '6379'), keptHistoryOf('6380', '6379')]) {
        const verdict = goal(evidenceOf(recorded(situation)))
        if (verdict.is !== 'met')
          for (const language of languages)
            expect(translate(language, verdict.because)).not.toMatch(/[{}]|undefined|NaN/)
      }
  })
})
