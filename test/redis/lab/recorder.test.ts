// The flight recorder: a long session, all of which can be looked at, in little memory; and what happens when the disk fails.

import {mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {exportSession} from '../../../src/lab/recording/export-session.ts'
import {Recorder} from '../../../src/lab/recording/recorder.ts'
import {readRecording} from '../../../src/lab/recording/recording-file.ts'
import {type Limits, SegmentStore} from '../../../src/lab/recording/segment-store.ts'
import {createStore} from '../../../src/lab/run/store.ts'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import type {Snapshot} from '../../../src/model/cluster/snapshot.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import {readerOf} from '../../../src/replay/segment-reader.ts'
import {recorded, recordedAt} from '../../unit/recorded/recording.ts'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'recorder-test-'))
})
afterEach(() => rm(home, {recursive: true}))

const minute = 60_000
const update = createUpdate([])

type Session = Readonly<{
  recorder: Recorder
  shelf: SegmentStore
  /** Where the parts lie. */
  folder: string
  happen: (event: LabEvent) => void
  /** What the recorder said. */
  told: readonly string[]
  /** Plays so many minutes of a cluster with a client at work, typed lines and log lines, and waits until it is written. */
  play: (minutes: number) => Promise<void>
  /** The state at each minute's end, by its time. */
  minutes: ReadonlyMap<number, LabState>
}>

function session(limits?: Limits): Session {
  const folder = join(home, 'recording')
  const told: string[] = []
  const minutes = new Map<number, LabState>()
  const store = createStore(initialState())
  let now = recordedAt
  const shelf = new SegmentStore(folder, words => told.push(translate('en', words)), limits)
  const recorder = new Recorder(store, shelf, () => now)
  const happen = (event: LabEvent) => store.set(update(store.get(), event))
  happen({on: 'starting', stage: 'cluster'})
  happen({on: 'ready', roster: rosterAt(6379)})
  happen({on: 'traffic', event: {is: 'began', rate: 50}})
  async function play(count: number) {
    for (let left = count; left > 0; left--) {
      for (const end = now + minute; now < end; ) {
        now += 200
        for (const event of eventsAt(now)) happen(event)
      }
      minutes.set(now, store.get())
      await shelf.settled()
    }
  }
  return {recorder, shelf, folder, happen, told, play, minutes}
}

const healthy = recorded('cluster')

/** What comes every 200 ms: a poll in which every node's offset has grown, and what the client counted; now and then a typed line and a log's. */
function eventsAt(at: number): readonly LabEvent[] {
  const n = (at - recordedAt) / 200
  const counts = {ok: 10, acknowledged: 5, redirects: 0, retries: 0, errors: {}}
  const latency = {p50: (n % 10) / 10, p95: 1, max: n % 30}
  const typed: readonly LabEvent[] = [
    {on: 'typed', id: n, by: 'learner', typed: `SET a ${n}`, at},
    {on: 'finished', id: n},
  ]
  const line = `1:S 22 Nov 2026 12:00:00.000 * Start of election delayed for ${n} milliseconds (rank #0, offset 1).`
  return [
    {on: 'polled', snapshot: grown(at, n)},
    {on: 'traffic', event: {is: 'counted', bucket: {at, waiting: 0, ...counts, latency}}},
    ...(n % 10 === 0 ? typed : []),
    ...(n % 300 === 7 ? [{on: 'logged', node: '6481', lines: [line]} as const] : []),
  ]
}

function grown(at: number, n: number): Snapshot {
  const nodes = healthy.nodes.map(reading =>
    reading.is === 'answered'
      ? {...reading, keys: n, replication: {...reading.replication, master_repl_offset: String(n * 70)}}
      : reading,
  )
  return {...healthy, at, took: 3, nodes}
}

/** MB in use when all that can be collected is. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1e6
}

describe('Half an hour of a session', () => {
  it('leaves memory as it was, and every moment of it can be seen', async () => {
    const {recorder, folder, play, minutes, told} = session()
    await play(5)
    const before = heap()
    await play(25)
    // Thirty states that the test itself holds are in it.
    expect(heap() - before).toBeLessThan(12)
    const reader = recorder.reader()
    expect(reader.to - reader.from).toBe(30 * minute)
    for (const [at, state] of minutes)
      expect(JSON.parse(JSON.stringify(reader.frameAt(at).state))).toEqual(JSON.parse(JSON.stringify(state)))
    expect(reader.markers.length).toBe(30)
    // Three or four of these are in use at a time, not thirty.
    expect(heap() - before).toBeLessThan(40)
    const files = await readdir(folder)
    expect(files.length).toBeGreaterThan(15)
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect(told).toEqual([])
  })
})

describe('A recorder', () => {
  const firstMoments = ({recorder}: Session) => {
    const reader = recorder.reader()
    return (reader.frameAt(reader.from).at - recordedAt) / minute
  }

  it('goes on in memory where the disk takes nothing, and says so once', async () => {
    await writeFile(join(home, 'recording'), 'where its folder should be')
    const {recorder, play, told} = session()
    await play(5)
    expect(told).toEqual([expect.stringMatching(/^Cannot write older parts .* to disk \(E/)])
    const reader = recorder.reader()
    expect([reader.from, reader.to]).toEqual([recordedAt, recordedAt + 5 * minute])
    expect(reader.frameAt(recordedAt + minute).state.snapshot?.at).toBe(recordedAt + minute)
  })

  it('goes on with what is left where its folder has gone meanwhile', async () => {
    const one = session()
    await one.play(5)
    await rm(one.folder, {recursive: true})
    await one.play(3)
    expect(firstMoments(one)).toBeGreaterThan(4)
    expect(one.told.join()).toContain('Older parts of the recording are no longer on the disk')
    await one.play(3)
    expect(firstMoments(one)).toBeLessThan(6)
    expect(await readdir(one.folder)).not.toEqual([])
  })

  it('is exported whole, whatever lies on disk and whatever does not yet', async () => {
    const {recorder, folder, play, minutes} = session()
    await play(6)
    expect((await readdir(folder)).length).toBeGreaterThan(3)
    const exported = {parts: recorder.parts(), versions: {}, lessons: [], language: 'en'} as const
    const {file, report, seconds} = await exportSession(exported, join(home, 'whole'))
    expect(seconds).toBe('360.0')
    expect((await readFile(report, 'utf8')).match(/delays its election/g)).toHaveLength(6)
    const {segments: stretches, markers} = await readRecording(file)
    const reader = readerOf({segments: stretches, markers, versions: {}})
    expect(markers).toEqual(JSON.parse(JSON.stringify(recorder.reader().markers)))
    for (const [at, state] of minutes)
      expect(JSON.parse(JSON.stringify(reader.frameAt(at).state))).toEqual(JSON.parse(JSON.stringify(state)))
  })

  it('writes large replies down a few times at most, though every state after them holds them', async () => {
    const {recorder, shelf, folder, happen} = session()
    const megabyte = 'x'.repeat(1e6)
    for (let id = 1; id <= 30; id++) {
      const action = {do: 'command', node: '6379', words: ['GET', 'a']} as const
      happen({on: 'typed', id, by: 'learner', typed: 'GET a', at: recordedAt})
      const reply = {type: 'bulk', bytes: `${id}${megabyte}`} as const
      happen({on: 'ended', id, outcome: {action, at: recordedAt, ms: 1, is: 'replied', reply}})
    }
    await shelf.settled()
    expect((await readdir(folder)).length).toBeLessThan(8)
    const reader = recorder.reader()
    expect(reader.frameAt(reader.to).state.entries).toHaveLength(30)
  })

  it.each<[where: string, limits: Limits]>([
    ['on disk', {disk: 1e5, memory: 0}],
    ['in memory', {disk: 0, memory: 1e5}],
  ])('drops its oldest minutes at its limit %s, and says so once', async (where, limits) => {
    if (where === 'in memory') await writeFile(join(home, 'recording'), 'where its folder should be')
    const one = session(limits)
    await one.play(10)
    expect(firstMoments(one)).toBeGreaterThan(1)
    expect(firstMoments(one)).toBeLessThan(8)
    expect(one.told.filter(text => /reached its limit of \d+ MB/.test(text))).toHaveLength(1)
  })
})
