// Lessons as they are learnt: from another terminal, with hints and help, left and come back to. Played to their ends
// by other ways than the lab's own: other-ways.test.ts. All at once: they mostly wait for nodes.

import {expect, test} from 'vitest'
import {lessons} from '../../lessons/index.ts'
import {lessonAt} from '../../src/model/lesson/lesson.ts'
import {splitWords} from '../../src/model/protocol/quoting.ts'
import {type Language, message, translate} from '../../src/model/text/messages.ts'
import {openHome} from '../../tools/program/home.ts'
import {type Lab, openLab, redisCli} from '../../tools/program/lab.ts'
import {learn} from './learner.ts'
import {printed} from './transcript.ts'

const replicaof = lessonAt(lessons, 'replicaof')
const [, following] = lessons.slice(lessons.indexOf(replicaof))

test.concurrent('在 80x24 的终端里用中文学习，大多数步骤在另一个终端用 redis-cli 完成', async () => {
  await using lab = await openLab(['replicaof'], {columns: 80, rows: 24, env: {LANG: 'zh_CN.UTF-8'}})
  const learner = learn(lab, replicaof, 'zh')
  await skipQuestions(lab, 'zh')
  for (const step of replicaof.steps) {
    const screen = await learner.begins(step)
    expect(screen).toContain(learner.words(step).title)
    for (const line of step.solutions[0]?.lines ?? []) {
      const [, port, command = ''] = /^@(\d+) (\D.*)$/.exec(lab.filled(line)) ?? []
      if (port) await redisCli(Number(port), splitWords(command) ?? [])
      else await lab.run(line)
    }
    await learner.passes(step)
    lab.press('enter')
  }
  await lab.waitFor(`${following?.id} · `)
}, 120_000)

test.concurrent('hints come one by one, the solution is explained, steps can be skipped and revisited, and a later run continues', async () => {
  await using home = await openHome()
  const [look, follow, copy] = replicaof.steps
  if (!look || !follow || !copy) throw new Error('The lesson has fewer than three steps')
  {
    await using lab = await openLab(['replicaof'], {home})
    const learner = learn(lab, replicaof, 'en')
    await skipQuestions(lab, 'en')
    await learner.begins(look)
    for (const [i, hint] of learner.words(look).hints.entries()) {
      await lab.run('/hint')
      await learner.begins(look, i + 1)
      await learner.reads(hint)
    }
    await lab.run('/hint')
    await learner.reads('No more hints: /solve')

    await lab.run('/next')
    await learner.begins(follow)
    await lab.run('/solve')
    const [first = '', second = ''] = learner.words(follow).solutions['replicaof'] ?? []
    await lab.waitFor(
      printed(lab.filled(`# ${first}\n 127.0.0.1:{6379}> @{6380} REPLICAOF 127.0.0.1 {6379}\n OK`)),
    )
    await lab.waitFor(
      printed(lab.filled(`# ${second}\n 127.0.0.1:{6379}> @{6381} REPLICAOF 127.0.0.1 {6379}\n OK`)),
    )
    await learner.passes(follow)

    await lab.run('/next')
    await learner.begins(copy)
    await lab.run('/back')
    await learner.begins(follow)
    await lab.waitFor(lab.filled('● {6380} master'))
    lab.press('ctrl-d')
    expect(await lab.exit).toEqual({code: 0, signal: null})
  }
  // The step they went back to is passed, but not in this visit: that is where they were.
  await using again = await openLab([], {home})
  await learn(again, replicaof, 'en').begins(follow)
}, 60_000)

/** Those before the lesson's first step. */
async function skipQuestions(lab: Lab, language: Language) {
  await lab.waitFor(translate(language, message('question.recall')))
  await lab.run('/next')
}
