// Lessons that lie in a folder, in the built program: found, listed, learnt; and what is said of a folder that is not as it should be.

import {access, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {newLesson} from '../../src/pack/template.ts'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'

const home = await openHome()
afterAll(() => home[Symbol.asyncDispose]())
const folders: string[] = []
afterAll(() => Promise.all(folders.map(folder => rm(folder, {recursive: true}))))

const run = (...args: readonly string[]) => runCommand(home, args)
const template = newLesson('one')
const whole = {'one/lesson.ts': template['lesson.ts'], 'one/en.md': template['en.md']}

/** A folder of its own with these files; one that is undefined is left out. */
async function folderOf(files: Readonly<Record<string, string | undefined>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-lessons-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) continue
    await mkdir(dirname(join(folder, name)), {recursive: true})
    await writeFile(join(folder, name), text)
  }
  return folder
}

test('The lessons of a folder replace ours, in the order of lessons.json', async () => {
  const two = newLesson('two')
  // As some editors write it.
  const marked = `\uFEFF${two['en.md'].replaceAll('\n', '\r\n')}`
  const lessons = {...whole, 'two/lesson.ts': two['lesson.ts'], 'two/en.md': marked}
  const ids = async (files: typeof lessons & {'lessons.json'?: string}) => {
    const listed = await run('list', '--json', '--lessons', await folderOf(files))
    expect(listed).toMatchObject({code: 0, stderr: ''})
    return JSON.parse(listed.stdout).map(({id}: {id: string}) => id)
  }
  expect(await ids(lessons)).toEqual(['one', 'two'])
  expect(await ids({...lessons, 'lessons.json': '{"format": 1, "lessons": ["two", "one"]}'})).toEqual([
    'two',
    'one',
  ])
  expect(await ids({...lessons, 'lessons.json': '{"format": 1, "lessons": ["two"]}'})).toEqual(['two'])
})

test('A lesson in plain JavaScript works, in a folder named like one of ours and without a package.json; its progress is separate', async () => {
  const plan = newLesson('failover')['lesson.ts']
  const folder = await folderOf({
    'package.json': '{"name": "lessons"}',
    'failover/lesson.js': plan,
    'failover/en.md': template['en.md'],
  })
  const learnt = await runCommand(home, ['--lessons', folder, '--plain'], {
    input: 'SET product:1 teapot\n/quit\n',
  })
  expect(learnt).toMatchObject({code: 0, stdout: 'OK\n'})
  expect(learnt.stderr).toContain('Step 1 of 1: The first write')
  expect(learnt.stderr).not.toContain('Warning')
  const listed = await run('list', '--lessons', folder)
  expect(listed.stdout).toMatch(/failover .*\(\d of 1 steps\)/)
  const ours = await run('list', '--json')
  const failover = JSON.parse(ours.stdout).find(({id}: {id: string}) => id === 'failover')
  expect(failover.steps.every(({passed}: {passed: boolean}) => !passed)).toBe(true)
})

describe('The files of a lesson are modules, and types are allowed,', () => {
  const lessonAt = (place: string) => ({
    [`${place}/a/lesson.ts`]: `import {goals} from './goals.ts'\n${newLesson('a')['lesson.ts'].replace("{written: keysGrew('6379')}", 'goals')}`,
    [`${place}/a/goals.ts`]: `import {type Goal, keysGrew} from 'redis-cluster-lab'\nexport const goals: Record<string, Goal> = {written: keysGrew('6379')}\n`,
    [`${place}/a/en.md`]: template['en.md'],
  })

  test.each([
    ['in a project of CommonJS', 'lessons', {'package.json': '{"type": "commonjs"}'}],
    ['in an installed package', 'node_modules/pack/lessons', {'node_modules/pack/package.json': '{}'}],
    [
      'in an installed package of CommonJS',
      'node_modules/pack/lessons',
      {'node_modules/pack/package.json': '{"type": "commonjs"}'},
    ],
  ])('%s', async (_, place, files) => {
    const folder = await folderOf({...lessonAt(place), ...files})
    // As in a workspace, or below macOS's /tmp.
    await symlink(join(folder, place), join(folder, 'link'))
    for (const name of [place, 'link']) {
      const listed = await run('list', '--lessons', join(folder, name))
      expect(listed).toMatchObject({code: 0, stderr: ''})
      expect(listed.stdout).toMatch(/^ {2}a /)
    }
  })
})

test('What a lesson prints while it is read reaches neither the terminal nor a result, and a timer that it leaves does not keep the program', async () => {
  const noise = [
    'process.stdout.write("\\x1b]0;title\\x07", () => process.stderr.write("written"))',
    'console.log("out")',
    'console.error("err")',
    'setInterval(() => 1, 1000)',
  ]
  const folder = await folderOf({
    ...whole,
    'one/lesson.ts': `${template['lesson.ts']}${noise.join('\n')}\n`,
  })
  const listed = await run('list', '--json', '--lessons', folder)
  expect(listed).toMatchObject({code: 0, stderr: ''})
  expect(JSON.parse(listed.stdout)).toMatchObject([{id: 'one'}])
})

test('An error that a lesson throws later, while it is still read, is printed', async () => {
  const late = 'await new Promise(() => setTimeout(() => {throw new Error("thrown later")}, 50))'
  const folder = await folderOf({...whole, 'one/lesson.ts': `${template['lesson.ts']}${late}\n`})
  const listed = await run('list', '--lessons', folder)
  expect(listed).toMatchObject({code: 1, stdout: '', stderr: expect.stringContaining('thrown later')})
})

const step = template['lesson.ts']
/** The template's lesson with a part of it replaced. */
const plan = (part: string, by: string) => {
  expect(step).toContain(part)
  return {...whole, 'one/lesson.ts': step.replace(part, by)}
}

describe.concurrent('An error in a folder of lessons is reported in one sentence, with file, step and remedy:', () => {
  test.each<[what: string, files: Readonly<Record<string, string | undefined>>, sentence: string]>([
    [
      'no lesson',
      {'readme.md': 'x'},
      '/ has no lesson. A lesson is a folder with lesson.ts or lesson.js, and en.md.',
    ],
    [
      'no lesson file',
      {...whole, 'one/lesson.ts': undefined},
      '/one: no lesson.ts or lesson.js next to en.md.',
    ],
    ['two lesson files', {...whole, 'one/lesson.js': step}, '/one has both lesson.ts and lesson.js.'],
    [
      'no words',
      {...whole, 'one/en.md': undefined},
      '/one: en.md is missing; it holds the text of the lesson.',
    ],
    ['a syntax error', plan('highlight: [', 'highlight: ]'), '/one/lesson.ts:8: cannot run the file: '],
    [
      'a syntax error in JavaScript',
      {...whole, 'one/lesson.ts': undefined, 'one/lesson.js': 'const a = 1\nexport default {a: }\n'},
      "/one/lesson.js:2: cannot run the file: Unexpected token '}'.",
    ],
    [
      'TypeScript that is more than types',
      plan('const write', 'enum X {A}\nconst write'),
      '/one/lesson.ts:5: cannot run the file: TypeScript enum is not supported in strip-only mode.',
    ],
    [
      'an error while it runs',
      plan("keysGrew('6379')", 'nothing.there'),
      '/one/lesson.ts:7: cannot run the file: nothing is not defined.',
    ],
    [
      'a file that is not there',
      plan("'redis-cluster-lab'", "'./goals.js'"),
      "/one/lesson.ts: cannot run the file: Cannot find module '",
    ],
    [
      'a goal that there is not',
      plan('keysGrew, lastErrorBegins', 'keysGrow, lastErrorBegins'),
      '/one/lesson.ts:3: redis-cluster-lab has no "keysGrow". Did you mean keysGrew? docs/lessons.md lists every goal and sign.',
    ],
    [
      'a goal like no other',
      plan('keysGrew, lastErrorBegins', 'allIsWell, lastErrorBegins'),
      '/one/lesson.ts:3: redis-cluster-lab has no "allIsWell". docs/lessons.md lists every goal and sign.',
    ],
    [
      'an end of the whole program',
      plan('const write', 'process.exit()\nconst write'),
      '/one/lesson.ts:5: cannot run the file: process.exit(). Fix it and start again.',
    ],
    [
      'an error without a message',
      plan('const write', 'throw new RangeError()\nconst write'),
      '/one/lesson.ts:5: cannot run the file: RangeError. Fix it and start again.',
    ],
    [
      'something thrown that is no error',
      plan('const write', 'throw undefined\nconst write'),
      '/one/lesson.ts: cannot run the file: undefined. Fix it and start again.',
    ],
    [
      'a syntax error in a project of CommonJS',
      {...plan('highlight: [', 'highlight: ]'), 'package.json': '{"type": "commonjs"}'},
      '/one/lesson.ts:8: cannot run the file: ',
    ],
    [
      'an `await` without an end',
      plan('const write', 'await new Promise(() => setInterval(() => 1, 1000))\nconst write'),
      '/one/lesson.ts: the file still runs after 10 s. A lesson must not wait while it is read: remove the `await` or the endless loop outside of its functions.',
    ],
    [
      'words as long as a book',
      {...whole, 'one/en.md': template['en.md'] + 'word '.repeat(1_000_000)},
      '/one/en.md has 5001 kB; the lab reads files of up to 256 kB. Shorten it, or make several lessons of it.',
    ],
    [
      'no export',
      plan('export default', 'const made ='),
      '/one/lesson.ts exports no lesson. It needs `export default lesson(…)` with id, stage and steps.',
    ],
    [
      'another id',
      plan("id: 'one'", "id: 'two'"),
      "/one/lesson.ts: the lesson's id is 'two', but its folder is \"one\". Give both the same name.",
    ],
    [
      'no stage',
      plan("stage: 'standalone', ", ''),
      '/one/lesson.ts, the lesson: `stage` must be cluster, standalone, bare or sentinel, got undefined.',
    ],
    [
      'wires between Sentinels',
      plan("stage: 'standalone', ", "stage: 'sentinel', wired: true, "),
      '/one/lesson.ts: the stage `sentinel` has no wires. Remove `wired`, or choose the stage cluster, standalone or bare.',
    ],
    [
      'a client beside a node without wires',
      plan('ready: everyNodeAnswers', "traffic: 20,\n  clientAt: '6379',\n  ready: everyNodeAnswers"),
      '/one/lesson.ts, step write: `clientAt` places the client of this step beside a node. It needs `traffic` here, and `wired: true` in the lesson.',
    ],
    [
      'no steps',
      plan('steps: {write}', 'steps: {}'),
      '/one/lesson.ts, the lesson: `steps` must be an object of one or more steps: id: step(…), ids beginning with a letter, got {}.',
    ],
    [
      'steps in a list',
      plan('steps: {write}', 'steps: [write]'),
      '/one/lesson.ts, the lesson: `steps` must be an object of one or more steps: id: step(…), ids beginning with a letter, got [ ',
    ],
    [
      'an id that is a number, which would lose its place',
      plan('steps: {write}', 'steps: {write, 2: write}'),
      '/one/lesson.ts, the lesson: `steps` must be an object of one or more steps: id: step(…), ids beginning with a letter, got { ',
    ],
    [
      'a step without a solution',
      plan(/ {2}solutions: .*\n/.exec(step)?.[0] ?? '', ''),
      '/one/lesson.ts, step write: `solutions` must be an object of one or more solutions: ',
    ],
    [
      'a goal that is none',
      plan("written: keysGrew('6379')", "written: '6379'"),
      '/one/lesson.ts, step write: `goals` must be an object of one or more goals: ',
    ],
    [
      'a start without a guard',
      plan('ready: everyNodeAnswers', 'ready: true'),
      '/one/lesson.ts, step write: `ready` must be a goal, such as everyNodeAnswers, got true.',
    ],
    [
      'a slip without a sign',
      plan(/ {6}when: .*\n/.exec(step)?.[0] ?? '', ''),
      '/one/lesson.ts, step write: `mistakes` must be an object of mistakes: ',
    ],
    [
      'a prediction that nobody judges',
      plan('const write = step({\n', 'const write = step({\n  prediction: {},\n'),
      '/one/lesson.ts, step write: `prediction` must be an object with `answer`, the id of the right option, `seen`, a function that is true once what the question asks about was seen, and optionally `unseen`, ids of paths without it, got {}.',
    ],
    [
      'a field that there is not',
      plan('mistakes: {', 'mistake: {'),
      '/one/lesson.ts, step write: unknown field `mistake`. Did you mean `mistakes`?',
    ],
    [
      'a field like no other',
      plan('mistakes: {', 'sentences: {}, mistakes: {'),
      '/one/lesson.ts, step write: unknown field `sentences`. The fields are: aliases, ',
    ],
    [
      'words for another step',
      {...whole, 'one/en.md': template['en.md'].replace('## write', '## read')},
      'one/en.md: the lesson has the steps "write", the file has "read". Give both the same ids in the same order.',
    ],
    [
      'words in another format',
      {...whole, 'one/en.md': template['en.md'].replace('### hints', '### hint')},
      'one/en.md: expected "### ',
    ],
    [
      'an order of a newer format',
      {...whole, 'lessons.json': '{"format": 2, "order": []}'},
      '/lessons.json has format 2; this redis-cluster-lab reads formats up to 1. Use a newer redis-cluster-lab for these lessons.',
    ],
    [
      'an order that is none',
      {...whole, 'lessons.json': '["one"]'},
      '/lessons.json gives no order. Write it like this: {"format": 1, "lessons": ["first", "second"]}',
    ],
    [
      'an order of nothing',
      {...whole, 'lessons.json': '{"format": 1, "lessons": []}'},
      '/lessons.json gives no order.',
    ],
    ['an order that is no JSON', {...whole, 'lessons.json': 'one'}, '/lessons.json gives no order.'],
    [
      'an order that names a lesson twice',
      {...whole, 'lessons.json': '{"format": 1, "lessons": ["one", "one"]}'},
      '/lessons.json names "one" twice. Name each lesson once.',
    ],
    [
      'an order that names no lesson',
      {...whole, 'lessons.json': '{"format": 1, "lessons": ["two"]}'},
      '/lessons.json names "two", but there is no such lesson next to it. Lessons: one.',
    ],
  ])('%s', async (_, files, sentence) => {
    const folder = await folderOf(files)
    const ran = await run('list', '--lessons', folder)
    expect(ran).toMatchObject({code: 1, signal: null, stdout: ''})
    expect(ran.stderr.replaceAll(folder, '').replace(/^ has/, '/ has')).toContain(sentence)
    expect(ran.stderr).toMatch(/^[^\n]+\n$/)
  })

  test('a missing folder, a file in its place, and an unknown command are reported', async () => {
    const folder = await folderOf(whole)
    const answers = [
      [
        ['list', '--lessons', join(folder, 'none')],
        'none is not a readable folder. Name the folder that holds the lessons',
      ],
      [['learn', '--lessons', join(folder, 'one/en.md'), '--plain'], 'en.md is not a readable folder.'],
      [['host', '--lessons', join(folder, 'none')], 'none is not a readable folder.'],
      [['lesson', 'stamp', join(folder, 'none')], 'none is not a readable folder.'],
      [['lesson', 'check', join(folder, 'none')], 'none is not a readable folder.'],
      [['lesson', 'new', 'a b'], '"a b" cannot be a lesson\'s name'],
      [['lesson', 'new', '..'], '".." cannot be a lesson\'s name'],
      [['lesson'], 'lesson expects one of new, check, stamp, got "".'],
      [['check', 'two', '--lessons', folder], 'There is no lesson "two". The lessons are: one.'],
    ] as const
    for (const [args, sentence] of answers) {
      const ran = await run(...args)
      expect(ran).toMatchObject({code: 1, stdout: ''})
      expect(ran.stderr).toContain(sentence)
      expect(ran.stderr).toMatch(/^[^\n]+\n$/)
    }
  })
})

test('A folder without translations has nothing to stamp', async () => {
  const folder = await folderOf(whole)
  expect(await run('lesson', 'stamp', folder)).toMatchObject({
    code: 0,
    stdout: `${folder}: no zh.md next to en.md, so there is nothing to stamp.\n`,
  })
})

test('The package contains types for authors', async () => {
  const types = new URL('../../dist/author/', import.meta.url)
  expect(await readdir(types)).toContain('author.d.ts')
  await access(new URL('../../dist/author.js', import.meta.url))
  // Without the texts of the program, which are ten times as much.
  const files = await readdir(types, {recursive: true, withFileTypes: true})
  const sizes = await Promise.all(files.map(async one => (await stat(join(one.parentPath, one.name))).size))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000)
})

test.each(['keeper', 'wires'])('%s, for whose start a stage waits, carries no texts', async name => {
  const {size} = await stat(new URL(`../../dist/${name}.cjs`, import.meta.url))
  expect(size).toBeLessThan(40_000)
})
