// Traffic on the screen: what is drawn at each width, with and without UTF-8.

import {describe, expect, test} from 'vitest'
import type {Bucket, TrafficEvent} from '../../../src/model/state/traffic.ts'
import {languages} from '../../../src/model/text/messages.ts'
import {sparkline} from '../../../src/views/draw/sparkline.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {type Line, lineWidth} from '../../../src/views/draw/styled-text.ts'
import {paint} from '../../../src/views/draw/theme.ts'
import {trafficLine, trafficView} from '../../../src/views/traffic.ts'
import {played, states} from '../ui/states.ts'

const style = new Style({language: 'en', theme: {color: false, unicode: true}})
const ascii = new Style({...style, theme: {color: false, unicode: false}})
const texts = (lines: readonly Line[], {theme} = style) =>
  lines.map(line => paint(line, {...theme, color: false}).replaceAll(/\u001b\[\d*m/g, ''))

const quiet: Bucket = {
  at: 0,
  ok: 5,
  acknowledged: 3,
  redirects: 0,
  retries: 0,
  errors: {},
  waiting: 0,
  latency: {p50: 0.5, p95: 1, max: 2},
}
const {latency: _, ...unanswered} = quiet
const broken: Bucket = {...unanswered, ok: 0, acknowledged: 0, retries: 7, errors: {CLUSTERDOWN: 4}}

const withTraffic = (...events: readonly TrafficEvent[]) =>
  played(
    events.map(event => ({on: 'traffic', event})),
    states.freePlay,
  )
const counted = (buckets: readonly Bucket[]) =>
  buckets.map((bucket, i): TrafficEvent => ({is: 'counted', bucket: {...bucket, at: i * 250}}))
const began: TrafficEvent = {is: 'began', rate: 20}
const healthy = withTraffic(began, ...counted(Array(10).fill(quiet)))
const failing = withTraffic(
  began,
  ...counted([...Array(6).fill(quiet), ...Array(4).fill(broken)]),
  {is: 'counted', bucket: {...broken, at: 2500}, lastError: 'CLUSTERDOWN The cluster is down'},
  {is: 'checked', lost: {writes: 7, of: 18}},
)

describe('A sparkline', () => {
  const unicode = {unicode: true}
  test('goes from zero to the maximum, with blanks for missing values', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 7, unicode)).toBe('▁▂▃▄▅▆▇█')
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 7, {unicode: false})).toBe('_.:-=+*#')
    expect(sparkline([7, undefined, 7], 7, unicode)).toBe('█ █')
  })

  test('draws the smallest value higher than zero, and only zeros as zero', () => {
    expect(sparkline([0, 0.001, 100], 100, unicode)).toBe('▁▂█')
    expect(sparkline([0, 0], 0, unicode)).toBe('▁▁')
  })
})

describe('Traffic', () => {
  test('is drawn with the current value before each chart', () => {
    expect(texts(trafficView(healthy, style, 60)).slice(0, 4)).toEqual([
      'Traffic: 20 a second.',
      expect.stringMatching(/^answered +20\/s █{3}$/),
      expect.stringMatching(/^errors +0\/s ▁{3}$/),
      expect.stringMatching(/^latency +95% in 1 ms █{3}$/),
    ])
  })

  test('shows errors, the last error, and lost writes', () => {
    const lines = texts(trafficView(failing, style, 300))
    expect(lines[1]).toMatch(/ 0\/s █{6}▁{5}$/)
    expect(lines[2]).toMatch(/ 16\/s ▁{6}█{5}$/)
    // Without a reply there is no latency.
    expect(lines[3]).toMatch(/ █{6} {5}$/)
    expect(lines.slice(5)).toEqual([
      '30 answered, 18 of them writes; 20 errors, 0 redirects, 35 retries, 0 waiting.',
      'Errors: CLUSTERDOWN 20.',
      'Last error: CLUSTERDOWN The cluster is down',
      'The client tried again and again and gave up: the cluster does not serve the slot.',
      'Lost 7 of the 18 writes acknowledged until the last check.',
    ])
  })

  test('shows a whole minute in 90 columns, with the newest at the right end', () => {
    const minute = [...Array(239).fill(quiet), broken]
    const [, answered = ''] = texts(trafficView(withTraffic(began, ...counted(minute)), style, 90))
    expect(answered).toMatch(/^answered +15\/s █{59}▆$/)
  })

  test('is still drawn after it was stopped', () => {
    const stopped = texts(trafficView(played([{on: 'traffic', event: {is: 'ended'}}], healthy), style, 60))
    expect(stopped.slice(0, 2)).toEqual(['Traffic: stopped.', expect.stringMatching(/ 0\/s █+$/)])
  })

  test('that never started is said to be off, and has no line below the nodes', () => {
    expect(texts(trafficView(states.freePlay, style, 60))).toEqual([
      'No client is running. To start one: /traffic on; during a',
      'step, /play first.',
    ])
    expect(trafficLine(states.freePlay, style, 60)).toBe(undefined)
  })

  test('in one line has both charts and the totals', () => {
    const line = trafficLine(failing, style, 100)
    expect(line && texts([line])).toEqual([
      expect.stringMatching(/^traffic +█▅▁ 30 answered +▁▅█ 20 errors · lost: 7 of 18$/),
    ])
    const short = trafficLine(failing, style, 50)
    expect(short && texts([short])).toEqual(['traffic  30 answered  20 errors · lost: 7 of 18'])
  })

  test('says how many commands wait if users would notice', () => {
    const waiting = (count: number) =>
      texts([
        trafficLine(withTraffic(began, ...counted([{...quiet, waiting: count}])), style, 44) ?? [],
      ]).join('')
    expect(waiting(9)).toBe('traffic  5 answered  0 errors')
    expect(waiting(10)).toBe('traffic  5 answered  0 errors · 10 waiting')
  })

  test('is ASCII without UTF-8', () => {
    const line = trafficLine(failing, ascii, 100)
    const lines = texts([...trafficView(failing, ascii, 80), ...(line ? [line] : [])], ascii)
    expect(lines.join('')).toMatch(/^[\x20-\x7e]+$/)
    expect(lines[1]).toMatch(/#=_/)
  })

  test.each(languages.flatMap(language => [20, 40, 78, 200].map(width => ({language, width}))))(
    'never exceeds $width columns in $language',
    ({language, width}) => {
      const words = new Style({...style, language})
      for (const state of [healthy, failing, states.freePlay]) {
        const line = trafficLine(state, words, width)
        for (const one of [...trafficView(state, words, width), ...(line ? [line] : [])])
          expect(lineWidth(one)).toBeLessThanOrEqual(width)
      }
    },
  )
})
