// A lesson on a wired stage: its setup cuts, its goals judge links and masters, and every path passes on real nodes.

import {expect, test} from 'vitest'
import {checkLesson} from '../../../src/check/check.ts'
import {Lab} from '../../../src/lab/lab.ts'
import {everyoneSaysOk} from '../../../src/model/lesson/goals/cluster.ts'
import {bothServe, everyLinkIsWhole, isCutOff} from '../../../src/model/lesson/goals/links.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
  isMaster,
} from '../../../src/model/lesson/goals/replication.ts'
import {stepOf} from '../../../src/model/lesson/lesson.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {server} from '../../../tools/servers/server.ts'
import {ownLesson} from './own-lessons.ts'

const twoMasters = bothServe('6379', '6479')
const cut = stepOf('cut', {
  ready: every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk, isMaster('6379')),
  goals: {cut: isCutOff('6379'), two: twoMasters},
  view: 'opinions',
  solutions: {rest: ['/cut {6379} | rest']},
  ways: {close: ['/cut {6379} | rest --close']},
})
const heal = stepOf('heal', {
  setup: ['/cut {6379} | rest'],
  ready: every(isCutOff('6379'), twoMasters),
  goals: {whole: everyLinkIsWhole, follows: follows('6379', '6479')},
  solutions: {all: ['/heal']},
  ways: {one: ['/heal {6379}']},
})

test('A wired lesson is cut in its setup, judged and healed', async () => {
  const lesson = {...ownLesson('split', [cut, heal], {stage: 'cluster'}), wired: true}
  const options = {lessons: [lesson], program: await server(), port: await freeBase()}
  await using lab = new Lab({...options, nodeTimeout: 1000, pollEvery: 50}, await startKeeper())
  expect((await checkLesson(lab, lesson)).faults).toEqual([])
})
