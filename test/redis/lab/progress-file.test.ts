// The progress file on a real disk: several labs at once, files that were edited by hand, and disks that refuse.

import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {afterAll, beforeEach, expect, test} from 'vitest'
import {addProgress, readKept, readProgress} from '../../../src/lab/files/progress-file.ts'
import {noProgress, type Progress} from '../../../src/model/progress/progress.ts'
import {LabError} from '../../../src/model/text/lab-error.ts'

const root = await mkdtemp(join(tmpdir(), 'lab-progress-'))
afterAll(() => rm(root, {recursive: true, force: true}))

let file = ''
beforeEach(async () => {
  file = join(await mkdtemp(join(root, 'home-')), 'data', 'progress.json')
})

const step = {at: 10, seconds: 1, hints: 0, solved: false, changes: []}
const one: Progress = {...noProgress, passed: {tour: {look: step}}}

async function lay(text: string) {
  await mkdir(dirname(file), {recursive: true})
  await writeFile(file, text)
}

/** What is left of a promise that has to fail. */
const failure = (work: Promise<unknown>): Promise<LabError> =>
  work.then(
    () => expect.unreachable(),
    error => error,
  )

test('Without a progress file, nothing is passed and no file is created', async () => {
  expect(await readProgress(file, [])).toEqual(noProgress)
  expect(await readKept(file, [])).toBeUndefined()
  await expect(readdir(dirname(file))).rejects.toThrow('ENOENT')
})

test('Processes that add at the same time lose nothing, and leave no other files', async () => {
  const names = Array.from({length: 15}, (_, i) => `step-${i}`)
  const program = fileURLToPath(new URL('add-steps.ts', import.meta.url))
  const lessons = ['tour', 'slots', 'failover', 'replicaof']
  const run = (lesson: string) => promisify(execFile)(process.execPath, [program, file, lesson, ...names])
  await Promise.all(lessons.map(run))
  const {passed} = await readProgress(file, [])
  for (const lesson of lessons) expect(Object.keys(passed[lesson] ?? {}), lesson).toEqual(names)
  expect(await readdir(dirname(file))).toEqual(['progress.json'])
})

test('A lock left by a crash delays nobody', async () => {
  const ended = promisify(execFile)(process.execPath, ['-e', ''])
  await ended
  await mkdir(dirname(file), {recursive: true})
  await symlink(String(ended.child.pid), join(dirname(file), '.lock'))
  await addProgress(file, one, [])
  expect(await readProgress(file, [])).toEqual(one)
  expect(await readdir(dirname(file))).toEqual(['progress.json'])
})

test('Entries of other versions and of missing lessons are preserved', async () => {
  const foreign = {
    ...noProgress,
    badges: ['early'],
    passed: {pack: {x: {...step, mood: 'fine', changes: [{key: 'what-changed.ofTomorrow'}]}}},
  }
  await lay(JSON.stringify(foreign))
  const known = await readProgress(file, [])
  expect(known.passed['pack']?.['x']?.changes).toEqual([])
  await addProgress(file, {...known, passed: {...known.passed, ...one.passed}}, [])
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    ...foreign,
    passed: {...foreign.passed, ...one.passed},
  })
})

test.each([
  ['{"version":', 'it is not a JSON object.'],
  [
    '{"version":4}',
    'a newer version of the lab wrote it (format 4; this one reads up to 3). Use that version.',
  ],
  ['{"version":3}', 'passed should be an object, got -.'],
  ['{"version":2,"passed":7}', 'passed should be an object, got 7.'],
])('%s is told with its place and what to do, and stays as it is', async (text, fault) => {
  await lay(text)
  const sentence = `Cannot read your progress from ${file}: ${fault} The file was not changed; move it away to start over.`
  for (const work of [readProgress(file, []), addProgress(file, one, [])]) {
    const error = await failure(work)
    expect(error).toBeInstanceOf(LabError)
    expect(error.message).toBe(sentence)
  }
  expect(await readFile(file, 'utf8')).toBe(text)
  expect(await readdir(dirname(file))).toEqual(['progress.json'])
})

test('A folder that cannot be created is reported without a stack trace', async () => {
  await writeFile(dirname(file), 'a file where the folder would be')
  const error = await failure(addProgress(file, one, []))
  expect(error).toBeInstanceOf(LabError)
  expect(error.message).toMatch(/^Cannot write your progress to .+progress\.json: (EEXIST|ENOTDIR)/)
})

test('A folder in place of the file is reported without a stack trace', async () => {
  await mkdir(file, {recursive: true})
  const error = await failure(readProgress(file, []))
  expect(error).toBeInstanceOf(LabError)
  expect(error.message).toMatch(/^Cannot read your progress in .+progress\.json: EISDIR/)
})
