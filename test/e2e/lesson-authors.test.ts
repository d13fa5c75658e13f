// What an author of lessons does: begins one, proves it on real nodes, translates it; and the lessons of the guide, which are proved.

import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, describe, expect, it} from 'vitest'
import {runCommand, startCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'

const examples = fileURLToPath(new URL('../../examples/lessons', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'lesson-authors-'))
afterAll(() => rm(folder, {recursive: true}))
const home = await openHome()
afterAll(() => home[Symbol.asyncDispose]())

const run = (...args: readonly string[]) => runCommand(home, args)

it('The example of the guide is proved', async () => {
  const whole = await run('check', '--lessons', examples, '--json')
  expect(whole).toMatchObject({code: 0, stderr: ''})
  expect(JSON.parse(whole.stdout)).toEqual({
    lesson: 'switchover',
    steps: ['hold', 'promote', 'hand-over'],
    paths: 9,
    seconds: expect.any(Number),
    faults: [],
    notes: [],
  })
})

it.each(['lessons.md', 'lessons.zh.md'])('The lesson and the words in docs/%s pass together', async name => {
  const guide = await readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
  const [, plan = ''] = /^```ts\n(import [\s\S]*?)^```$/m.exec(guide) ?? []
  const [, words = ''] = /^````\n([\s\S]*?)^````$/m.exec(guide) ?? []
  const lesson = join(folder, name, 'my-first')
  await mkdir(lesson, {recursive: true})
  await writeFile(join(lesson, 'lesson.ts'), plan)
  await writeFile(join(lesson, 'en.md'), words)
  expect(await run('lesson', 'check', lesson)).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(
      /^ok my-first: 1 step, 3 paths run, .*\n.*note: my-first has no zh\.md.*\n$/,
    ),
  })
})

it('In a project whose package.json says commonjs, as `npm init -y` writes it, a new lesson passes', async () => {
  const project = join(folder, 'project')
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{"name": "project", "type": "commonjs"}')
  expect(await run('lesson', 'new', 'a', '--lessons', project)).toMatchObject({code: 0, stderr: ''})
  expect(await run('lesson', 'check', join(project, 'a'))).toMatchObject({code: 0, stderr: ''})
})

it('A goal that loops without end is stopped, and told with its place', async () => {
  const begun = await run('lesson', 'new', 'loops', '--lessons', join(folder, 'endless'))
  expect(begun).toMatchObject({code: 0, stderr: ''})
  const file = join(folder, 'endless/loops/lesson.ts')
  const plan = await readFile(file, 'utf8')
  const looping = plan.replace(
    "{written: keysGrew('6379')}",
    "{written: e => { while (e.outcomes.length > 0); return keysGrew('6379')(e) }}",
  )
  expect(looping).not.toBe(plan)
  await writeFile(file, looping)
  expect(await run('lesson', 'check', join(folder, 'endless/loops'))).toMatchObject({
    code: 1,
    stdout: expect.stringContaining(
      'loops, step write: `goals.written` still ran after 2 s and was stopped.',
    ),
  })
})

it('One step alone is checked, and a mistyped one is asked about', async () => {
  const one = await run('check', '--lessons', examples, '--step', 'promote', '--solutions', '--json')
  expect(JSON.parse(one.stdout)).toMatchObject({
    lesson: 'switchover',
    steps: ['promote'],
    paths: 1,
    faults: [],
  })
  expect(await run('lesson', 'check', examples, '--step', 'promot')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'There is no step "promot". Did you mean promote?\n',
  })
})

it('With --watch a lesson is checked again after each change, until Ctrl-C, which leaves nothing', async () => {
  const watched = join(folder, 'watched')
  await run('lesson', 'new', 'again', '--lessons', watched)
  await using checking = await startCommand(home, ['lesson', 'check', watched, '--solutions', '--watch'])
  await checking.prints('stderr', /the next change checks it again/, 30_000)
  expect(checking.printed().stdout).toMatch(/^ok again: 1 step, 1 path run, /)
  const words = join(watched, 'again/en.md')
  await writeFile(words, (await readFile(words, 'utf8')).replace('### hints', '### hint'))
  await checking.prints('stderr', /again\/en\.md: expected "### /, 30_000)
  process.kill(checking.pid, 'SIGINT')
  expect(await checking.exit).toMatchObject({code: 0})
  await home.untilNothingIsLeft(10_000)
})

describe('A new lesson', () => {
  it('is proved as it was begun, and is not begun twice', async () => {
    const begun = await run('lesson', 'new', 'first', '--lessons', folder)
    expect(begun).toMatchObject({code: 0, stderr: '', stdout: expect.stringContaining(join(folder, 'first'))})
    expect(await run('lesson', 'check', join(folder, 'first'))).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^ok first: 1 step, 3 paths run, \d+\.\d s\n$/),
    })
    const words = await readFile(join(folder, 'first/en.md'), 'utf8')
    await writeFile(join(folder, 'first/en.md'), words.replace('The first write', 'A write'))
    expect(await run('lesson', 'new', 'first', '--lessons', folder)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('first already exists; nothing was changed.'),
    })
    expect(await readFile(join(folder, 'first/en.md'), 'utf8')).toContain('## write: A write')
  })

  it('whose English was changed says so until somebody has looked at the Chinese and stamped it', async () => {
    const [stale, code] = await run('check', '--lessons', folder).then(ran => [ran.stdout, ran.code])
    expect(code).toBe(1)
    expect(stale).toMatch(
      /^FAILED first: .*\n {2}first\/zh\.md, section "## write": the English has changed .*\n$/,
    )
    const translation = join(folder, 'first/zh.md')
    // As git writes it on some systems: the stamp leaves the other lines as they are.
    const lines = (await readFile(translation, 'utf8')).split('\n')
    await writeFile(translation, lines.join('\r\n'))
    expect(await run('lesson', 'stamp', folder)).toMatchObject({
      code: 0,
      stdout: `${translation}: stamped ## write\n`,
    })
    const stamped = (await readFile(translation, 'utf8')).split('\r\n')
    expect(stamped.filter((line, i) => line !== lines[i])).toEqual([
      expect.stringMatching(/^<!-- source: [0-9a-f]{8} -->$/),
    ])
    expect(await run('check', '--lessons', folder)).toMatchObject({code: 0})
  })

  it('without a translation is played in English, and told as a note', async () => {
    await rm(join(folder, 'first/zh.md'))
    expect(await run('check', 'first', '--lessons', folder)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^ok first: .*\n {2}note: first has no zh\.md; English is shown instead\.\n$/,
      ),
    })
  })
})
