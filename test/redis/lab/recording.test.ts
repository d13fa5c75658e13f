// What a lab records of real nodes, and writes: all that was on the screen, and no password, whatever was typed.

import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import type {Lab} from '../../../src/lab/lab.ts'
import {readRecording} from '../../../src/lab/recording/recording-file.ts'
import {waitForState} from '../../../src/lab/run/wait-for-state.ts'
import {baseOf, portOf} from '../../../src/model/cluster/node.ts'
import {answeredOf, roleOf} from '../../../src/model/cluster/snapshot.ts'
import {stepOf} from '../../../src/model/lesson/lesson.ts'
import {nodesViews} from '../../../src/model/lesson/nodes-view.ts'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import type {Language} from '../../../src/model/text/messages.ts'
import {Replay} from '../../../src/replay/replay.ts'
import {readerOf} from '../../../src/replay/segment-reader.ts'
import {initialUiState} from '../../../src/ui/state/ui-state.ts'
import {paintNodes} from '../../../src/ui/views/paint.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {headerView} from '../../../src/views/header.ts'
import {createTranscriptView} from '../../../src/views/transcript.ts'
import {healthy, ownLesson} from '../check/own-lessons.ts'
import {startLab, textOf} from './started-lab.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-test-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

it('A recording of a session in which passwords were typed holds none of them', async () => {
  const lesson = ownLesson('secrets', [stepOf('write', healthy)])
  await using world = await startLab(lesson)
  const {lab} = world
  await lab.open('secrets')
  await waitForState(lab, ({play}) => play?.phase === 'open' || 'preparing', 20_000)
  const base = baseOf(lab.state().roster)
  const lines = [
    'CONFIG SET requirepass hunter2',
    'CONFIG GET requirepass',
    'AUTH hunter2',
    'AUTH hunter2 too many',
    'ACL SETUSER ann on >hunter2 ~* +@all',
    'ACL SETUSER ann >hunter2 nonsense:hunter2',
    'HELLO 3 AUTH ann hunter2',
    'CONFIG GET *',
    'MULTI',
    'CONFIG GET requirepass',
    'EXEC',
    `@${base} AUTH ann hunter2`,
    `redis-cli -p ${base} -a hunter2 PING`,
    `redis-cli -p ${base} --pass hunter2 --cluster check 127.0.0.1:${base}`,
    `redis-cli -p ${base} AUTH hunter2`,
    '"AUTH hunter2',
    'CONFIG REWRITE',
    `/conf ${base}`,
    'CONFIG SET requirepass ""',
  ]
  for (const line of lines) await lab.run(line)
  expect(JSON.stringify(lab.state()).includes('hunter2')).toBe(true)
  const {recording, report} = await exported(lab, 'secrets')
  for (const text of [recording, report])
    expect(text.split('\n').filter(one => one.includes('hunter2'))).toEqual([])
  expect(recording).toContain('"typed":"AUTH …"')
  expect(report).toContain('| AUTH … |')
})

/** What /export has written, and its report. */
async function exported(lab: Lab, name: string, language: Language = 'en') {
  const file = join(folder, `${name}.jsonl`)
  await lab.export(`/export ${file}`, file, language)
  const texts = [file, join(folder, `${name}.md`)].map(path => readFile(path, 'utf8'))
  const [recording = '', report = ''] = await Promise.all(texts)
  return {file, recording, report}
}

/** All that a screen shows of a state, in every view. */
function screenOf(state: LabState, at: number): string {
  const style = new Style({language: 'en', theme: {color: false, unicode: true}})
  const size = {columns: 100, rows: 30}
  const panes = nodesViews.map(
    view => paintNodes({state, lessons: [], style}, size, {...initialUiState(), view}).lines,
  )
  const transcript = createTranscriptView()(
    {state, lessons: [], style},
    {columns: 100, rows: 30},
    {scrolled: 0, now: at},
  ).lines
  return JSON.stringify([headerView({state, lessons: [], style}, 100), panes, transcript])
}

it('A failover on real nodes is replayed from its file to the same frames, and told in the report', async () => {
  await using world = await startLab()
  const {lab} = world
  await lab.startStage('cluster')
  const {roster} = lab.state()
  const ports = {dead: portOf('6381', roster), heir: portOf('6481', roster)}
  const live: {at: number; state: LabState}[] = []
  // By the recorder's own clock, which was read a moment before.
  const forget = lab.subscribe(() => live.push({at: lab.reader().to, state: lab.state()}))
  await lab.run('/traffic on 50')
  await lab.run(`SET a:{foo} 1`)
  await lab.run(`@${ports.dead} SET a:{foo} 1`)
  await lab.run(`/kill ${ports.dead}`)
  const won = ({timeline}: LabState) => timeline.some(({kind}) => kind === 'won') || 'nobody has won'
  await waitForState(lab, won, 20_000)
  // Valkey elects at once; for a moment more the new master says that the cluster is down. What it said as a replica may be older than that.
  const serves = ({snapshot}: LabState) => {
    const heir = snapshot && answeredOf(snapshot, '6481')
    const said = heir && `${roleOf(heir)}, ${heir.cluster?.info['cluster_state']}`
    return said === 'master, ok' || `the heir says ${said}`
  }
  await waitForState(lab, serves, 20_000)
  await lab.run(`@${ports.heir} GET a:{foo}`)
  await lab.run('/traffic off')
  forget()

  const {file, report} = await exported(lab, 'failover')
  const recording = await readRecording(file)
  using replay = new Replay(readerOf(recording), [])
  // Two changes within one millisecond cannot be told apart by their time; what came right after the last is not known here.
  const moments = live.filter(({at}, i) => (live[i + 1]?.at ?? at) !== at)
  expect(moments.length).toBeGreaterThan(30)
  for (const {at, state} of moments) {
    replay.seek(at)
    expect(screenOf(replay.state(), at)).toBe(screenOf(state, at))
  }
  const kinds = recording.markers.map(({entry}) => entry.kind)
  expect(kinds).toEqual(expect.arrayContaining(['killed', 'failed', 'election', 'won']))

  const headings = report.split('\n').filter(text => text.startsWith('#'))
  expect(headings[0]).toBe('# A session with redis-cluster-lab')
  expect(report).toMatch(
    new RegExp(`${ports.heir} replaced ${ports.dead} · slots 10923-16383 · no writes for \\d`),
  )
  expect(report).toMatch(new RegExp(`^- .\\d\\d:\\d\\d:\\d\\d. ${ports.dead} was killed$`, 'm'))
  expect(report).toContain(`| @${ports.dead} SET a:{foo} 1 | ${ports.dead} | OK |`)
  expect(report).toContain(`| @${ports.heir} GET a:{foo} | ${ports.heir} | "1" |`)
  expect(report).toContain('Traffic: stopped.')
  // Every line of the logs is there, also those that the timeline does not know.
  const log = await readFile(join(world.keeper.folder, '6481', 'redis.log'), 'utf8')
  const lost = log.split('\n').findLast(line => /Connecting to (MASTER|PRIMARY) /.test(line))
  expect(lost).toBeDefined()
  expect(report).toContain(`    ${ports.heir}: ${lost}\n`)
  expect(recording.segments.flatMap(({changes}) => changes).join()).toContain(JSON.stringify(lost))
  expect((await exported(lab, 'zh', 'zh')).report).toContain('# redis-cluster-lab 实验记录')
})

it('A file that already exists is not overwritten, and a pair that cannot be written leaves nothing', async () => {
  await using world = await startLab()
  const {lab} = world
  const lastSaid = () => textOf(lab.state().entries.at(-1), lab.state()).join()
  const write = async (line: string) => {
    const request = await lab.run(line)
    if (request?.ui === 'export') await lab.export(line, request.file, 'en')
    return lastSaid()
  }
  await writeFile(join(folder, 'mine.md'), 'mine')
  expect(await write(`/export ${join(folder, 'mine.jsonl')}`)).toContain('mine.md already exists')
  expect(await write(`/export ${join(folder, 'mine.md')}`)).toContain('mine.md already exists')
  expect(await readdir(folder)).toEqual(['mine.md'])
  expect(await readFile(join(folder, 'mine.md'), 'utf8')).toBe('mine')
  expect(await write(`/export ${join(folder, 'no', 'such')}`)).toContain('Cannot write')
  expect(await write(`/export ${folder}`)).toContain('already exists')
  expect(await write('/export two words')).toContain('/export [FILE]')
  expect(await write(`/export ${join(folder, 'other')}`)).toContain(join(folder, 'other.md'))
  expect(await readdir(folder)).toEqual(['mine.md', 'other', 'other.md'])
  vi.stubEnv('HOME', folder)
  expect(await write('/export ~/at-home')).toContain(join(folder, 'at-home.md'))
  expect(await write('/export ~')).toContain(`${folder} already exists`)
})
