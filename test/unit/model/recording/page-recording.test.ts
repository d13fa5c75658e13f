import {expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {nodesViews} from '../../../../src/model/lesson/nodes-view.ts'
import {
  type Outline,
  pageLesson,
  pageLines,
  pageSegments,
} from '../../../../src/model/recording/page-recording.ts'
import {changeLine, type Frame, framesIn, type Segment} from '../../../../src/model/recording/recording.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabEvent} from '../../../../src/model/state/lab-state.ts'
import {readerOfPage} from '../../../../src/replay/segment-reader.ts'
import {Style} from '../../../../src/views/draw/style.ts'
import {headerView} from '../../../../src/views/header.ts'
import {nodesPane} from '../../../../src/views/panes.ts'
import {createTranscriptView} from '../../../../src/views/transcript.ts'
import {recorded, recordedAt, type Situation} from '../../recorded/recording.ts'
import {began, line, update} from '../../ui/states.ts'

const situations: readonly Situation[] = ['cluster', 'killed', 'suspected', 'failed', 'promoted', 'returned']
const events: readonly LabEvent[] = [
  {on: 'starting', stage: 'cluster'},
  {on: 'ready', roster: rosterAt(6379)},
  ...began('failover', 'kill'),
  ...situations.flatMap((one, i): readonly LabEvent[] => [
    ...line(`GET key:${i}`, {type: 'error', text: 'MOVED 12182 127.0.0.1:6381'}),
    {on: 'polled', snapshot: recorded(one, recordedAt + i * 200)},
  ]),
]

const frames: readonly Frame[] = framesOf(events)

function framesOf(all: readonly LabEvent[]): readonly Frame[] {
  let state = initialState()
  return all.map((event, i) => {
    state = update(state, event)
    return {at: 1000 + i * 100, state}
  })
}

/** Segments of `size` changes, each of which begins with the last frame of the one before. */
function segmentsOf(size: number): readonly Segment[] {
  const starts = Array.from({length: Math.ceil((frames.length - 1) / size)}, (_, i) => i * size)
  return starts.map(start => {
    const own = frames.slice(start, start + size + 1)
    const changes = own.slice(1).flatMap((frame, i) => changeLine((own[i] as Frame).state, frame) ?? [])
    return {first: own[0] as Frame, changes, to: (own.at(-1) as Frame).at}
  })
}

/** As a file holds it: without keys that are undefined. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function paged(segments: readonly Segment[]): Readonly<{outline: Outline; lines: readonly string[]}> {
  const blocks = segments.map((segment, i) => pageLines(segment, segments[i - 1]?.first))
  const outline = {
    versions: {},
    markers: [],
    lessons: [],
    segments: segments.map(({first, to}, i) => ({from: first.at, to, lines: blocks[i]?.length ?? 0})),
  }
  return {outline, lines: blocks.flat()}
}

test('Each segment of a page is read as it was, whichever is read first', () => {
  for (const size of [1, 3, 100]) {
    const segments = segmentsOf(size)
    const {outline, lines} = paged(segments)
    const read = pageSegments(outline, lines)
    for (const i of [...segments.keys()].toReversed())
      expect(asJson(read[i]?.frames())).toEqual(asJson(framesIn(segments[i] as Segment)))
  }
})

test('Only the first segment of a page has a whole state', () => {
  const {lines} = paged(segmentsOf(3))
  expect(lines.map((text, i) => (Object.keys(JSON.parse(text)).includes('state') ? i : undefined))).toEqual([
    0,
    ...lines.slice(1).map(() => undefined),
  ])
})

test('A page goes to every moment', () => {
  const {outline, lines} = paged(segmentsOf(3))
  const reader = readerOfPage(outline, lines)
  for (const {at, state} of frames.toReversed())
    expect(asJson(reader.frameAt(at).state)).toEqual(asJson(state))
})

test('What a page keeps of the lessons is enough to draw its panes, and has no words for the learner', () => {
  const kept = JSON.parse(JSON.stringify(lessons.map(pageLesson)))
  const style = new Style({language: 'zh', theme: {color: false, unicode: true}})
  const draw = (state: Frame['state'], known: typeof lessons) => {
    const input = {state, lessons: known, style}
    const size = {columns: 90, rows: 30}
    return [
      headerView(input, 90),
      nodesViews.map(view => nodesPane(input, size, {view, zoomed: false, scroll: 0})),
      createTranscriptView()(input, size, {scrolled: 0, now: 0}),
    ]
  }
  for (const {state} of frames) expect(draw(state, kept)).toEqual(draw(state, lessons))
  expect(frames.some(({state}) => state.play)).toBe(true)
  expect(JSON.stringify(kept)).not.toContain(lessons[0]?.words.en.steps[0]?.task)
})
