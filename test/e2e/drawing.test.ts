// What is drawn: whole frames at every size, in colors or without, in ASCII where nothing else can be shown, and nothing while nothing changes.

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, expect, test, vi} from 'vitest'
import {lessons} from '../../lessons/index.ts'
import {lessonAt} from '../../src/model/lesson/lesson.ts'
import {lastRow, openLab, promptRow, redisCli} from '../../tools/program/lab.ts'
import {printed} from './transcript.ts'

const lab = await openLab(['replicaof'])
afterAll(() => lab[Symbol.asyncDispose]())
await lab.skipQuestions()
const stepTitle = lessonAt(lessons, 'replicaof').words.en.steps[0]?.title ?? ''
/** Of the lesson's pane; where there is no room, the step's alone. */
const title = `Lesson · ${stepTitle}`

/** Header above, prompt and keys below: were the frame a row too tall or a cell too wide, they would not stand there. */
function isWhole(screen: string, rows: number): boolean {
  const all = screen.split('\n')
  if (/^The lab needs 50x12; this window is\s\d+x\d+\./.test(screen)) return all.length === rows
  const header = /^(redis-cluster-lab {2})?replicaof · step 1 of \d+ /.test(all[0] ?? '')
  const prompt = /^ 127\.0\.0\.1:\d+>/.test(promptRow(screen))
  return all.length === rows && header && prompt && lastRow(screen).includes(' · F1 help · ')
}

/** At 120x40. */
const wholeScreen = () => lab.waitFor(screen => isWhole(screen, 40) && screen.includes('/hint 0 of 3'))

test('the screen is complete at every size and is restored after resizing', async () => {
  const before = await wholeScreen()
  const sizes = [
    [80, 24, `─  ${title}  ─`],
    [60, 20, `─  ${stepTitle}  ─`],
    [40, 10, 'this window is\n40x10'],
    [200, 60, `├─  ${title}  ─`],
    [50, 12, `─  ${stepTitle.slice(0, 15)}`],
    [120, 40, `╭─  ${title}  ─`],
  ] as const
  for (const [columns, rows, seen] of sizes) {
    lab.resize(columns, rows)
    await lab.waitFor(screen => isWhole(screen, rows) && screen.includes(seen))
  }
  await lab.waitFor(screen => screen === before)
})

/** Fails if a frame between is not whole. */
async function redraws(act: () => void) {
  // The frame of an earlier size may still be there.
  const before = await wholeScreen()
  const written = lab.bytesWritten()
  const between: string[] = []
  act()
  await lab.waitFor(screen => {
    if (screen !== before) between.push(screen)
    return screen === before && lab.bytesWritten() > written + before.length
  })
  return between
}

test('a window that shrinks for a moment is drawn again', async () => {
  await redraws(() => {
    lab.resize(60, 20)
    lab.resize(120, 40)
  })
})

test('Ctrl-L redraws the screen without a visible change', async () => {
  expect(await redraws(() => lab.type('\x0c\x0c\x0c'))).toEqual([])
})

test.each([
  [120, 40],
  [80, 24],
  [60, 20],
])('at %ix%i no frame is taller or wider than the screen, whatever is shown', async (columns, rows) => {
  lab.resize(columns, rows)
  await lab.waitFor(screen => isWhole(screen, rows))
  const broken: string[] = []
  /** Looks at each frame on the way. */
  const until = (seen: string) =>
    lab.waitFor(screen => {
      if (!isWhole(screen, rows)) broken.push(screen)
      return printed(seen)(screen)
    })
  lab.type('@all INFO replication\r')
  await until('repl_backlog_histlen:0\n 127')
  lab.type(`SET long ${'红楼梦'.repeat(40)}\rGET long\r`)
  await until('红楼梦"\n 127')
  lab.type('ECHO end\r')
  await until('> ECHO end\n "end"')
  expect(broken).toEqual([])
})

test('nothing is written while nothing visible changes', async () => {
  await using quiet = await openLab(['sandbox', '--stage', 'standalone'])
  // The nodes view says for how long the lag has been watched.
  await quiet.run('/view timeline')
  const askedFor = async () => {
    const stats = await redisCli(quiet.port('6379'), ['INFO', 'commandstats'])
    return Number(/cmdstat_info:calls=(\d+)/.exec(stats)?.[1] ?? 0)
  }

  /** Bytes written while the nodes were read ten times more, and whether the screen is the same. */
  const writtenMeanwhile = async () => {
    const [screen, written, asked] = [quiet.screen(), quiet.bytesWritten(), await askedFor()]
    let own = 0
    await vi.waitFor(
      async () => {
        own += 1
        expect((await askedFor()) - asked - own).toBeGreaterThan(10)
      },
      {timeout: 20_000, interval: 300},
    )
    return {bytes: quiet.bytesWritten() - written, isSame: quiet.screen() === screen}
  }
  // On a busy computer a node may be late with an answer, which is shown: then once more.
  let last = await writtenMeanwhile()
  for (let n = 0; n < 5 && !last.isSame; n++) last = await writtenMeanwhile()
  expect(last).toEqual({bytes: 0, isSame: true})
})

/** Notes every write to the terminal, a line each. */
const noteWrites = `data:text/javascript,${encodeURIComponent(`
import {appendFileSync} from 'node:fs'
const {stdout} = process
const {write} = stdout
const hex = chunk => Buffer.from(chunk).toString('hex')
if (stdout.isTTY) stdout.write = function (chunk, ...rest) {
  appendFileSync(process.env.TMPDIR + '/writes', hex(chunk) + String.fromCharCode(10))
  return write.call(this, chunk, ...rest)
}
`)}`

test('every write to the terminal is of whole characters', async () => {
  await using lab = await openLab(['sandbox', '--lang', 'zh'], {
    columns: 80,
    rows: 24,
    env: {NODE_OPTIONS: `--import=${noteWrites}`},
  })
  const wide = '键😀值'.repeat(20)
  const tail = 'ascii-at-the-end-of-a-long-line'
  await lab.run(`SET key ${wide}${tail}`)
  await lab.run('@all GET key')
  // Each width cuts the wide characters elsewhere.
  for (const columns of [79, 81, 110, 111, 80]) {
    lab.resize(columns, 24)
    await lab.run(`ECHO ${wide}${columns}${tail}`)
  }
  const lines = (await readFile(join(lab.home.temp, 'writes'), 'utf8')).trim().split('\n')
  const decoder = new TextDecoder('utf-8', {fatal: true})
  const writes = lines.map(line => decoder.decode(Buffer.from(line, 'hex')))
  expect(writes.length).toBeGreaterThan(20)
  // What is cut within a character of two code units comes out as this one.
  const faults = writes.filter(text => text.includes('\ufffd'))
  expect(faults).toEqual([])
})
