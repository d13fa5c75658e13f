// `check` proves a lesson on real nodes, and finds what is broken in one that was broken on purpose.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {type AddressInfo, createServer} from 'node:net'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {checkLesson, type LessonReport} from '../../../src/check/check.ts'
import {Lab} from '../../../src/lab/lab.ts'
import type {Highlight} from '../../../src/model/cluster/highlight.ts'
import {isDown, keysGrew} from '../../../src/model/lesson/goals/replication.ts'
import {holds, lastErrorBegins} from '../../../src/model/lesson/goals/signs.ts'
import {type Lesson, type StepPlan, stepOf} from '../../../src/model/lesson/lesson.ts'
import {met} from '../../../src/model/lesson/verdict.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {server} from '../../../tools/servers/server.ts'
import {healthy, ownLesson, type Words} from './own-lessons.ts'

/** A path that does not pass is not waited for longer than a standalone stage needs. */
const impatient = {ready: 1000, solved: 1000, mistake: 1000, line: 3000}

async function check(lesson: Lesson, patience?: typeof impatient): Promise<LessonReport> {
  const program = await server()
  const options = {lessons: [lesson], program, port: await freeBase(), nodeTimeout: 500, pollEvery: 50}
  await using lab = new Lab(options, await startKeeper())
  return await checkLesson(lab, lesson, patience)
}

/** What is wrong with a lesson of one step that is healthy but for `broken`. */
async function faults(broken: Partial<StepPlan>, words?: Words): Promise<readonly string[]> {
  const lesson = ownLesson('own', [stepOf('write', {...healthy, ...broken})], words ? {words} : {})
  const report = await check(lesson, impatient)
  return report.faults.map(fault => translate('en', fault))
}

describe('A lesson', () => {
  it('that is healthy has no faults', async () => {
    expect(await faults({})).toEqual([])
  })

  it.each<[string, Partial<StepPlan>, Words | undefined, readonly string[]]>([
    [
      'that is solved before anything was done',
      {goals: {written: () => met}, mistakes: {}},
      undefined,
      ['on new nodes', 'after /reset'].map(
        run =>
          `own, step write, ${run}: already solved at the start. At least one condition must be unmet at the start.`,
      ),
    ],
    [
      'whose start is never reached',
      {ready: isDown('6380'), mistakes: {}},
      undefined,
      ['on new nodes', 'after /reset'].map(run =>
        expect.stringMatching(
          `^own, step write, ${run}: could not reach the step's start: .*\\d+ is still running`,
        ),
      ),
    ],
    [
      'with a solution that does not solve it',
      {solutions: {get: ['GET a']}, mistakes: {}},
      undefined,
      ['on new nodes', 'after /reset'].map(run =>
        expect.stringMatching(
          `^own, step write: solution "get" \\(${run}\\) does not pass: .*written: \\d+ has 0 new keys; expected 1 or more`,
        ),
      ),
    ],
    [
      'with a solution that Redis refuses',
      {solutions: {set: ['SETT a 1']}, mistakes: {}},
      undefined,
      ['on new nodes', 'after /reset'].map(run =>
        expect.stringMatching(
          `^own, step write: solution "set" \\(${run}\\) does not pass: .*has 0 new keys.* \`SETT a 1\` was answered: \\(error\\) ERR unknown command 'SETT'`,
        ),
      ),
    ],
    [
      'with a solution that waits for what nobody sends',
      {solutions: {wait: ['BLPOP list 0']}, mistakes: {}},
      undefined,
      ['on new nodes', 'after /reset'].map(
        run =>
          `own, step write: solution "wait" (${run}): the line \`BLPOP list 0\` waits and never ends. Give it a time limit.`,
      ),
    ],
    [
      'with a slip whose pause is refused',
      {
        mistakes: {
          typo: {
            example: ['REPLICAOF 127.0.0.1 {6380}', 'WAIT 1 100', 'SETT a 1'],
            when: lastErrorBegins('ERR'),
          },
        },
      },
      undefined,
      [
        expect.stringMatching(
          /^own, step write: mistake "typo" \(on new nodes\): the line `WAIT 1 100` does not wait: \(error\) ERR WAIT cannot be used with replica instances\./,
        ),
      ],
    ],
    [
      'with a setup that waits for what nobody sends',
      {setup: ['BLPOP list 0'], mistakes: {}},
      undefined,
      ['on new nodes', 'after /reset'].map(
        run =>
          `own, step write, ${run}: the line \`BLPOP list 0\` of \`setup\` waits and never ends. Give it a time limit.`,
      ),
    ],
    [
      'with a goal about a node that there is not',
      {goals: {written: keysGrew('6382')}, mistakes: {}},
      undefined,
      [
        expect.stringMatching(
          /^own, step write, `goals\.written`: this stage has no node 6382\. Nodes: 6379, .*6481\. `spares` adds others\.$/,
        ),
      ],
    ],
    [
      'with a slip that is not recognised',
      {mistakes: {typo: {example: ['SETT a 1'], when: () => false}}},
      undefined,
      [expect.stringMatching(/^own, step write: mistake "typo" was made but not recognized/)],
    ],
    [
      'with a slip that solves it',
      {mistakes: {typo: {example: ['SET b 1'], when: lastErrorBegins('ERR')}}},
      undefined,
      ['own, step write: mistake "typo" passes the step'],
    ],
    [
      'whose solution does not show what its question asks about',
      {prediction: {answer: 'a', seen: () => false}, mistakes: {}},
      undefined,
      ['on new nodes', 'after /reset'].map(
        run =>
          `own, step write: solution "set" (${run}) passes, but prediction.seen never returned true. If the event is not to be seen there, list "set" in \`unseen\`.`,
      ),
    ],
    [
      'whose question is judged on a way that does not show the event',
      {
        prediction: {answer: 'a', seen: holds(keysGrew('6379')), unseen: ['late', 'typo']},
        ways: {late: ['GET a', 'SET a 1']},
        mistakes: {typo: {example: ['SETT a 1'], when: lastErrorBegins('ERR unknown command')}},
      },
      undefined,
      ['own, step write: `unseen` lists way "late", but prediction.seen returned true there (on new nodes).'],
    ],
    [
      'whose event is seen before anything was done',
      {prediction: {answer: 'a', seen: () => true}, mistakes: {}},
      undefined,
      ['on new nodes', 'after /reset'].map(
        run =>
          `own, step write, ${run}: prediction.seen returned true at the start, before anything was done.`,
      ),
    ],
    [
      'whose further way does not pass',
      {ways: {read: ['GET a']}},
      undefined,
      [
        expect.stringMatching(
          /^own, step write: way "read" \(on new nodes\) does not pass: .*written: \d+ has 0 new keys/,
        ),
      ],
    ],
    [
      'whose passed text claims what only one way brings',
      {facts: {two: keysGrew('6379', 2)}, solutions: {set: ['MSET a 1 b 2']}, ways: {one: ['SET a 1']}},
      undefined,
      [
        'own, step write: the passed text claims "two", which does not hold after way "one" (on new nodes). Give the fact a sentence of its own under ### passed, or change the text.',
      ],
    ],
    [
      'that states a fact which no way brings',
      {facts: {two: keysGrew('6379', 2)}},
      text => text.replace('Done.\n', 'Done.\n- two: You wrote two keys.\n'),
      ['own, step write: fact "two" has a sentence, but holds after none of the solutions and ways.'],
    ],
    [
      'with a goal that returns no verdict',
      {goals: {written: (() => undefined) as never}},
      undefined,
      [
        'own, step write: `goals.written` returned undefined; it must return a verdict: met, notYet(because(…)) or lost(because(…)).',
      ],
    ],
    [
      'with a sign that throws',
      {
        mistakes: {
          typo: {
            example: ['SETT a 1'],
            when: () => {
              throw new Error('no such node')
            },
          },
        },
      },
      undefined,
      ['own, step write: `mistakes.typo.when` threw Error: no such node'],
    ],
    [
      'whose words lack a sentence in one language',
      {},
      (text, language) => (language === 'zh' ? text.replace('- typo: what helps\n', '') : text),
      ['own/zh.md, step write: ### mistakes has no sentence for "typo". Add one.'],
    ],
    [
      'whose words name a figure that there is not',
      {},
      (text, language) => (language === 'en' ? text.replace('{6379}', '{lag 6379}') : text),
      ['own/en.md, step write: {lag 6379} is not a known figure or node. docs/lessons.md lists them.'],
    ],
    [
      'with a hint too few and a sentence for nothing',
      {},
      (text, language) =>
        language === 'en' ? text.replace('- how\n', '').replace('- typo: ', '- tipo: help\n- typo: ') : text,
      [
        'own/en.md, step write: the lesson has no "tipo" for ### mistakes. Remove the sentence, or fix its id.',
        'own/en.md, step write: 2 hints, expected 3: where to look, which command, how to write it.',
      ],
    ],
  ])('%s is found out, with the step and the reason', async (_, broken, words, wanted) => {
    expect(await faults(broken, words)).toEqual(wanted)
  })
})

it('A solution with an error that nothing can change is not waited for as long as a failover takes', async () => {
  const step = stepOf('write', {...healthy, solutions: {set: ['SETT a 1']}, mistakes: {}})
  const report = await check(ownLesson('own', [step]), {
    ready: 15_000,
    solved: 50_000,
    mistake: 500,
    line: 50_000,
  })
  expect(report.faults).toHaveLength(2)
  expect(report.ms).toBeLessThan(50_000)
}, 120_000)

it('A field to highlight that Redis does not have is noted for the author', async () => {
  const step = stepOf('write', {
    ...healthy,
    // A lesson in JavaScript has no types.
    highlight: ['slave', 'repl_backlog', 'how_far_behind', 'rol'] as readonly Highlight[],
    mistakes: {},
  })
  const {faults, notes} = await check(ownLesson('own', [step]), impatient)
  expect(faults).toEqual([])
  expect(notes.map(note => translate('en', note))).toEqual([
    'note: own, step write: `highlight` names "how_far_behind", which is no field of INFO replication that the lab knows.',
    'note: own, step write: `highlight` names "rol". Did you mean role?',
  ])
})

it('A lesson whose nodes cannot start fails with the reason', async () => {
  await using taken = createServer(socket => socket.destroy()).listen(await freeBase(), '127.0.0.1')
  await once(taken, 'listening')
  const {port} = taken.address() as AddressInfo
  const lesson = ownLesson('own', [stepOf('write', healthy)])
  const options = {lessons: [lesson], program: await server(), nodeTimeout: 500, pollEvery: 50}
  await using stuck = new Lab({...options, port}, await startKeeper())
  const report = await checkLesson(stuck, lesson, impatient)
  expect(report.faults.map(fault => translate('en', fault))).toEqual([
    expect.stringMatching(
      `^own: the check of this lesson ended here: Port ${port} is in use, so the nodes cannot start at ${port}\\.`,
    ),
  ])
})

describe('redis-cluster-lab check', () => {
  it.each([
    ['healthy', 0, /^ok healthy: 1 step, 3 paths run, .* s\n$/],
    ['healthy --solutions', 0, /^ok healthy: 1 step, 1 path run, .* s\n$/],
    ['broken', 1, /^FAILED broken: 1 step, 3 paths run, .* s\n {2}broken\/zh\.md, step write: .*typo.*\n$/],
  ])('of a lesson that is %s ends with exit code %i', async (id, wanted, printed) => {
    const program = fileURLToPath(new URL('check-own-lessons.ts', import.meta.url))
    const child = spawn(process.execPath, [program, 'check', ...id.split(' ')], {
      env: {...process.env, LANG: 'C.UTF-8', LC_ALL: ''},
    })
    const [stdout, code] = await Promise.all([
      child.stdout.toArray(),
      new Promise(resolve => child.once('exit', resolve)),
    ])
    expect({stdout: stdout.join(''), code}).toEqual({stdout: expect.stringMatching(printed), code: wanted})
  })
})
