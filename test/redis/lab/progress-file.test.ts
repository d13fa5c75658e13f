// The progress file on a real disk: several labs at once, files that were edited by hand, and disks that refuse.

import {execFile} from 'node:child_process'
import {chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {afterAll, beforeEach, expect, test} from 'vitest'
import {keepProgress} from '../../../src/lab/files/keep-progress.ts'
import {addProgress, openProgress, readKept, readProgress} from '../../../src/lab/files/progress-file.ts'
import {createStore} from '../../../src/lab/run/store.ts'
import {noProgress, type Progress} from '../../../src/model/progress/progress.ts'
import {progressText} from '../../../src/model/progress/progress-file.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {LabError} from '../../../src/model/text/lab-error.ts'
import {type Message, translate} from '../../../src/model/text/messages.ts'

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

const broken = [
  ['', 'it is not a JSON object.'],
  ['{"version":', 'it is not a JSON object.'],
  ['\0\0\0\0', 'it is not a JSON object.'],
  [
    '{"version":4}',
    'a newer version of the lab wrote it (format 4; this one reads up to 3). Use that version.',
  ],
  ['{"version":3}', 'passed should be an object, got -.'],
  ['{"version":2,"passed":7}', 'passed should be an object, got 7.'],
  ['{"version":1,"passed":{"tour":{}}}', 'passed.tour should be a list, got {}.'],
] as const

test.each(broken)('%j is told with its place and what to do, and stays as it is', async (text, fault) => {
  await lay(text)
  const error = await failure(readProgress(file, []))
  expect(error).toBeInstanceOf(LabError)
  expect(error.message).toBe(
    `Cannot read your progress from ${file}: ${fault} The file was not changed; move it away to start over.`,
  )
  expect(await readFile(file, 'utf8')).toBe(text)
  expect(await readdir(dirname(file))).toEqual(['progress.json'])
})

/** The names beside the progress file, and what they contain. */
async function others(): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(dirname(file))).filter(name => name !== 'progress.json')
  return Promise.all(
    names.map(async name => [name, await readFile(join(dirname(file), name), 'utf8')] as const),
  )
}

const corrupt = /^progress\.json\.corrupt-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/

test.each(broken)('%j is moved aside when a lab begins, and when one writes', async (text, fault) => {
  await lay(text)
  const {progress, notice} = await openProgress(file, [])
  expect(progress).toEqual(noProgress)
  const [[name = ''] = []] = await others()
  expect(notice && translate('en', notice)).toBe(
    `Cannot use your progress in ${file}: ${fault} You start over. The old file is kept beside it as ${name}; a version of the lab that can read it adds it with \`redis-cluster-lab import FILE\`.`,
  )
  expect(await others()).toEqual([[expect.stringMatching(corrupt), text]])

  await lay(text)
  const added = await addProgress(file, one, [])
  expect(added).toMatchObject({before: noProgress, notice: {key: 'progress.moved'}})
  expect(await openProgress(file, [])).toEqual({progress: one})
  expect(await others()).toEqual(Array(2).fill([expect.stringMatching(corrupt), text]))
})

test('Of several labs that find a broken file at the same time, one moves it and says so', async () => {
  await lay('{')
  const opened = await Promise.all(Array.from({length: 8}, () => openProgress(file, [])))
  expect(opened.map(({progress}) => progress)).toEqual(Array(8).fill(noProgress))
  expect(opened.filter(({notice}) => notice).map(({notice}) => notice?.key)).toEqual(['progress.moved'])
  expect(await others()).toEqual([[expect.stringMatching(corrupt), '{']])
})

test('Drafts of killed writers are removed, those of living ones are not', async () => {
  const ended = promisify(execFile)(process.execPath, ['-e', ''])
  await ended
  await lay(progressText(noProgress))
  for (const pid of [ended.child.pid, process.ppid]) await writeFile(`${file}.${pid}`, '{"ver')
  await addProgress(file, one, [])
  expect(await others()).toEqual([[`progress.json.${process.ppid}`, '{"ver']])
})

test('A folder that cannot be created is reported without a stack trace', async () => {
  await writeFile(dirname(file), 'a file where the folder would be')
  const error = await failure(addProgress(file, one, []))
  expect(error).toBeInstanceOf(LabError)
  expect(error.message).toMatch(/^Cannot write your progress to .+progress\.json: (EEXIST|ENOTDIR)/)
})

test('A folder in place of the file is reported without a stack trace, and the lab works without it', async () => {
  await mkdir(file, {recursive: true})
  const error = await failure(readProgress(file, []))
  expect(error).toBeInstanceOf(LabError)
  const sentence = /^Cannot read your progress in .+progress\.json: EISDIR.+ to start over\.$/
  expect(error.message).toMatch(sentence)
  const {progress, notice} = await openProgress(file, [])
  expect(progress).toEqual(noProgress)
  expect(notice).toEqual({key: 'progress.notKept', values: {because: error.reason}})
})

test('A broken file that cannot be moved stays, and the lab says both', async () => {
  await lay('{')
  // A lock that cannot be taken or removed, as in a folder that cannot be written.
  await mkdir(join(dirname(file), '.lock'))
  const {progress, notice} = await openProgress(file, [])
  expect(progress).toEqual(noProgress)
  expect(notice && translate('en', notice)).toBe(
    `Cannot read your progress from ${file}: it is not a JSON object. The file was not changed; move it away to start over. Until then the lab works, but does not remember the steps you pass.`,
  )
  expect(await readFile(file, 'utf8')).toBe('{')
})

const nobody = 65_534

/** Does the work as a user whom file modes stop, which root is not. */
async function unprivileged<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work()
  // The temp folders of this test are root's own.
  for (let folder = dirname(file); folder.startsWith(root); folder = dirname(folder))
    await chown(folder, nobody, nobody)
  await chown(file, nobody, nobody)
  process.seteuid?.(nobody)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

test.each([
  {what: 'a file that cannot be read', modes: [0o700, 0o000], known: false, key: 'error.progressUnreadable'},
  {
    what: 'a folder that cannot be written',
    modes: [0o500, 0o600],
    known: true,
    key: 'error.progressUnwritable',
  },
  {
    what: 'a folder that cannot be entered',
    modes: [0o000, 0o600],
    known: false,
    key: 'error.progressUnreadable',
  },
] as const)(
  'With $what (EACCES) the lab works, says so once, and changes nothing',
  async ({modes, known, key}) => {
    await lay(progressText(one))
    const lab = learning()
    const [folderMode, fileMode] = modes
    await unprivileged(async () => {
      await chmod(file, fileMode)
      await chmod(dirname(file), folderMode)
      const {progress, notice} = await openProgress(file, [])
      expect(progress).toEqual(known ? one : noProgress)
      const stop = keepProgress(lab, file, notice)
      lab.pass('look', 'touch')
      lab.pass('look', 'touch', 'break')
      const late = await stop()
      const told = [...(notice ? [notice] : []), ...lab.told, ...(late ? [late] : [])]
      expect(told).toMatchObject([
        {
          key: 'progress.notKept',
          values: {because: {key, values: {cause: expect.stringContaining('EACCES')}}},
        },
      ])
      await chmod(dirname(file), 0o700)
    })
    await chmod(file, 0o600)
    expect(await readProgress(file, [])).toEqual(one)
    expect(await readdir(dirname(file))).toEqual(['progress.json'])
  },
)

/** A lab in which steps are passed. */
function learning() {
  const store = createStore<LabState>(initialState())
  const told: Message[] = []
  return {
    lessons: [],
    state: store.get,
    subscribe: store.subscribe,
    tell: (words: Message) => void told.push(words),
    told,
    pass: (...steps: readonly string[]) =>
      store.set({...store.get(), passed: {tour: Object.fromEntries(steps.map(id => [id, step]))}}),
  }
}

test('While the file cannot be written the lab says so once, and the first write that succeeds has everything', async () => {
  await writeFile(dirname(file), 'a file where the folder would be')
  const lab = learning()
  const stop = keepProgress(lab, file)
  lab.pass('look')
  await expect.poll(() => lab.told.length).toBe(1)
  expect(lab.told.map(words => translate('en', words))).toEqual([
    expect.stringMatching(
      /^Cannot write your progress to .+progress\.json: (EEXIST|ENOTDIR).+\. Make room on the disk, or make the folder writable\. Until then the lab works, but does not remember the steps you pass\.$/,
    ),
  ])
  lab.pass('look', 'touch')
  await rm(dirname(file))
  lab.pass('look', 'touch', 'break')
  expect(await stop()).toBeUndefined()
  expect(lab.told).toHaveLength(1)
  expect(Object.keys((await readProgress(file, [])).passed['tour'] ?? {})).toEqual(['look', 'touch', 'break'])
})

test('A write that fails after the last screen is reported to the caller, unless the lab has said so before', async () => {
  await writeFile(dirname(file), 'a file where the folder would be')
  const lab = learning()
  const stop = keepProgress(lab, file)
  lab.pass('look')
  expect(await stop()).toMatchObject({key: 'progress.notKept'})
  expect(lab.told).toEqual([])

  const {notice} = await openProgress(file, [])
  expect(notice).toMatchObject({key: 'progress.notKept'})
  const again = learning()
  const stopAgain = keepProgress(again, file, notice)
  again.pass('look')
  expect(await stopAgain()).toBeUndefined()
  expect(again.told).toEqual([])
})
