// What a learner has come to, as it is kept, carried elsewhere, reported and reviewed: by the commands that they type.

import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {lessons} from '../../lessons/index.ts'
import {lessonAt} from '../../src/model/lesson/lesson.ts'
import {noProgress, type Progress} from '../../src/model/progress/progress.ts'
import {recallOf} from '../../src/model/state/question.ts'
import {runCommand, startCommand} from '../../tools/program/command.ts'
import {type Home, openHome} from '../../tools/program/home.ts'
import {openCommand, openLab} from '../../tools/program/lab.ts'

const home = await openHome()
afterAll(() => home[Symbol.asyncDispose]())

type Row = Readonly<{
  id: string
  review: readonly string[]
  steps: readonly Readonly<{id: string; passed: boolean}>[]
}>

async function list(at: Home): Promise<readonly Row[]> {
  return JSON.parse((await runCommand(at, ['list', '--json'])).stdout)
}

async function passedIn(at: Home, lesson: string): Promise<readonly string[]> {
  const row = (await list(at)).find(({id}) => id === lesson)
  return (row?.steps ?? []).filter(({passed}) => passed).map(({id}) => id)
}

test("two labs at once keep each other's progress, and the report shows both", async () => {
  await using first = await startCommand(home, ['replicaof', '--plain'])
  await using second = await startCommand(home, ['replicaof', '--plain'])
  for (const lab of [first, second]) await lab.prints('stderr', /^(Question 1 of|Your turn:)/m, 20_000)
  first.write('/lessons replicaof copy\n')
  second.write('/lessons replicaof follow\n')
  for (const lab of [first, second]) {
    lab.write('/solve\n')
    await lab.prints('stderr', /^Done: /m)
    lab.end()
    expect(await lab.exit).toMatchObject({code: 0})
  }
  expect(await passedIn(home, 'replicaof')).toEqual(['follow', 'copy'])

  const report = await runCommand(home, ['report'])
  expect(report).toMatchObject({code: 0, stderr: ''})
  expect(report.stdout).toMatch(/^- Steps passed: 2 of \d+; lessons finished: 0 of \d+$/m)
  expect(report.stdout).toMatch(
    /^### \d+\. REPLICAOF: two replicas\n\n\d{4}-\d\d-\d\d \d\d:\d\d · [\d.]+ s · 0 hints · shown by \/solve$/m,
  )
  expect(report.stdout).toMatch(/^ {2}- \d+ became a replica of \d+$/m)
  const data = JSON.parse((await runCommand(home, ['report', '--json', '--lang', 'zh'])).stdout)
  expect(data.totals.steps.passed).toBe(2)
  const told = data.lessons.find(({id}: {id: string}) => id === 'replicaof')
  expect(told.steps.find(({id}: {id: string}) => id === 'follow')).toMatchObject({
    title: 'REPLICAOF：两个从节点',
    passed: {solved: true, hints: 0},
  })
})

test('a report is written to a file in the chosen language and overwrites only with --force', async () => {
  const file = join(home.temp, 'report.md')
  const done = await runCommand(home, ['report', file, '--lang', 'zh'])
  expect(done).toMatchObject({code: 0, stdout: '', stderr: `学习报告已写入 ${file}。\n`})
  const text = await readFile(file, 'utf8')
  expect(text).toMatch(/^# redis-cluster-lab 学习报告\n/)
  const again = await runCommand(home, ['report', file])
  expect(again).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `${file} already exists. Name another file, or add --force to overwrite it.\n`,
  })
  expect(await readFile(file, 'utf8')).toBe(text)
  expect(await runCommand(home, ['report', file, '--force'])).toMatchObject({code: 0})
  expect(await readFile(file, 'utf8')).toMatch(/^# redis-cluster-lab: learning report\n/)
})

test('export and import carry progress to another computer, once', async () => {
  await using elsewhere = await openHome()
  const file = join(home.temp, 'progress-copy.json')
  const nothing = await runCommand(elsewhere, ['export', file])
  expect(nothing).toMatchObject({code: 1, stdout: ''})
  expect(nothing.stderr).toMatch(/^Nothing to export: .+progress\.json does not exist/)
  expect(await runCommand(home, ['export', file])).toMatchObject({
    code: 0,
    stdout: '',
    stderr: `Exported 2 steps and 0 answers to ${file}. To add them elsewhere: \`redis-cluster-lab import ${file}\`.\n`,
  })
  expect(await runCommand(home, ['export', file])).toMatchObject({code: 1})
  const text = await readFile(file, 'utf8')
  expect(await runCommand(home, ['export'])).toMatchObject({code: 0, stdout: text, stderr: ''})

  const done = {code: 0, stdout: 'Imported 2 steps and 0 answers.\n', stderr: ''}
  expect(await runCommand(elsewhere, ['import', file])).toMatchObject(done)
  expect(await passedIn(elsewhere, 'replicaof')).toEqual(['follow', 'copy'])
  const again = {code: 0, stdout: 'Nothing in it is newer than your progress here.\n', stderr: ''}
  expect(await runCommand(elsewhere, ['import', '-'], {input: text})).toMatchObject(again)
  await using goesOn = await startCommand(elsewhere, ['--plain'])
  // The lab that came further last stood at the step before.
  const {steps} = lessonAt(lessons, 'replicaof')
  const next = steps.findIndex(({id}) => id === 'follow') + 2
  await goesOn.prints('stderr', new RegExp(`^Step ${next} of ${steps.length}: `, 'm'), 20_000)
  goesOn.end()
  await goesOn.exit
})

test.each([
  ['garbage', 'it is not a JSON object.'],
  [
    '{"version":9}',
    'a newer version of the lab wrote it (format 9; this one reads up to 3). Use that version.',
  ],
  ['{"version":2,"passed":{"a":{"b":1}}}', 'passed.a.b should be an object, got 1.'],
])('import refuses %s in one sentence and changes nothing', async (input, fault) => {
  const before = (await runCommand(home, ['export'])).stdout
  expect(await runCommand(home, ['import', '-'], {input})).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `Cannot import stdin: ${fault} Nothing was changed. Use a file written by \`redis-cluster-lab export FILE\`.\n`,
  })
  expect((await runCommand(home, ['export'])).stdout).toBe(before)
})

test.each([
  [['import'], 'Name a file written by `redis-cluster-lab export FILE`'],
  [['import', '/nowhere/at-all.json'], 'Cannot read /nowhere/at-all.json: ENOENT'],
  [['report', '/nowhere/report.md'], 'Cannot write /nowhere/report.md: ENOENT'],
])('%j is answered in one sentence, with exit code 1', async (args, answer) => {
  const ran = await runCommand(home, args)
  expect(ran).toMatchObject({code: 1, signal: null, stdout: ''})
  expect(ran.stderr).toContain(answer)
  expect(ran.stderr).toMatch(/^[^\n]+\n$/)
})

const nothingWrong = 'Nothing to review: no question was answered wrongly or left out.'

test('without wrong answers, review says so and starts no node', async () => {
  await using fresh = await openHome()
  const ran = await runCommand(fresh, ['review', '--plain', '--redis-server', '/nowhere/redis-server'])
  expect(ran).toMatchObject({code: 0, stdout: `${nothingWrong}\n`, stderr: ''})
  await using terminal = await openCommand(fresh, ['review'])
  await terminal.waitFor(nothingWrong)
  expect(await terminal.exit).toEqual({code: 0, signal: null})
})

/** A learner who stands in the first lesson and has answered the first recall question of another wrongly. */
async function mistaken(learner: Home) {
  const asking = lessons.find(({recall}) => recall.length > 0)
  const [question] = asking?.recall ?? []
  const [first] = lessons
  const [, second] = first?.steps ?? []
  if (!asking || !question || !first || !second) throw new Error('No lesson has recall questions')
  const [{question: id} = {question: ''}] = recallOf(asking, {})
  const words = asking.words.en.recall[question.id]
  const wrong = words?.options.find(option => option.id !== question.answer)?.id ?? ''
  const at = {lesson: first.id, step: second.id, done: false}
  const progress: Progress = {
    ...noProgress,
    answers: {[asking.id]: {[id]: {chosen: wrong, at: 1}}},
    at,
  }
  const taken = await runCommand(learner, ['import', '-'], {input: JSON.stringify(progress)})
  expect(taken.stdout).toBe('Imported 0 steps and 1 answer.\n')
  const number = (words?.options.findIndex(option => option.id === question.answer) ?? -1) + 1
  return {lesson: asking.id, question: id, number, at}
}

test('wrong answers are listed, asked again as lines, and then counted as known', async () => {
  await using learner = await openHome()
  const {lesson, question, number} = await mistaken(learner)
  expect((await list(learner)).find(({id}) => id === lesson)?.review).toEqual([question])
  expect((await runCommand(learner, ['list'])).stdout).toMatch(
    new RegExp(`^ +${lesson} .+ steps, 1 to review\\)$`, 'm'),
  )
  await using review = await startCommand(learner, ['review', '--plain'])
  await review.prints('stderr', /^Question 1 of 1: /m, 20_000)
  expect(review.printed().stderr).not.toMatch(/^Step /m)
  review.write(`${number}\n`)
  await review.prints('stderr', /^Right: /m)
  await review.prints('stderr', /^Step 2 of \d+: /m)
  review.end()
  expect(await review.exit).toMatchObject({code: 0})
  expect((await list(learner)).every(row => row.review.length === 0)).toBe(true)
})

test('on the screen, the questions come first, then the step where the learner left off', async () => {
  await using learner = await openHome()
  const {number, at} = await mistaken(learner)
  await using lab = await openLab(['review'], {home: learner})
  await lab.waitFor(/Question 1 of 1: /)
  await lab.run(String(number))
  await lab.waitFor(/Right: /)
  lab.press('enter')
  await lab.waitFor(new RegExp(`${at.lesson} · step 2 of \\d+`))
  lab.press('ctrl-d')
  expect(await lab.exit).toEqual({code: 0, signal: null})
  expect((await list(learner)).every(row => row.review.length === 0)).toBe(true)
})

test('commands that only read report a broken progress file; the lab and import move it aside and work', async () => {
  await using learner = await openHome()
  const [, file = ''] =
    /export: (.+) does not exist/.exec((await runCommand(learner, ['export'])).stderr) ?? []
  const text = '{"version":2,"passed":{"replicaof":{"look":"yes"}}}'
  const fault = 'passed.replicaof.look should be an object, got "yes".'
  const lay = async () => {
    await mkdir(dirname(file), {recursive: true})
    await writeFile(file, text)
  }
  await lay()
  for (const call of [['list'], ['report'], ['export']])
    expect(await runCommand(learner, call), call.join(' ')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `Cannot read your progress from ${file}: ${fault} The file was not changed; move it away to start over.\n`,
    })
  expect(await readdir(dirname(file))).toEqual(['progress.json'])

  const input = '{"version":2,"passed":{}}'
  for (const [call, stdout] of [
    [['review'], `${nothingWrong}\n`],
    [['import', '-'], 'Nothing in it is newer than your progress here.\n'],
    [['sandbox', '--plain'], ''],
  ] as const) {
    await lay()
    const ran = await runCommand(learner, call, {input: call[0] === 'import' ? input : ''})
    expect(ran, call.join(' ')).toMatchObject({code: 0, stdout})
    const [, moved = ''] = /You start over\. The old file is kept beside it as (\S+);/.exec(ran.stderr) ?? []
    expect(ran.stderr, call.join(' ')).toContain(`Cannot use your progress in ${file}: ${fault} `)
    expect(await readFile(join(dirname(file), moved), 'utf8')).toBe(text)
  }
})
