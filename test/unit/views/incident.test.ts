// What the panes show of an incident: the clock while it is open, the review once it is over, and no causes before.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {nominalRoster} from '../../../src/model/cluster/node.ts'
import type {LabState, Play} from '../../../src/model/state/lab-state.ts'
import {Style} from '../../../src/views/draw/style.ts'
import type {Line} from '../../../src/views/draw/styled-text.ts'
import {hidesCauses} from '../../../src/views/incident.ts'
import {lessonView} from '../../../src/views/lesson.ts'
import {nodesPane} from '../../../src/views/panes.ts'
import {clusterMaster, silent, snapshotOf} from '../model/readings.ts'
import {began, played} from '../ui/states.ts'

const style = new Style({language: 'en', theme: {color: true, unicode: true}})
const texts = (lines: readonly Line[]) => lines.map(spans => spans.map(one => one.text).join(''))
const seconds = (at: number) => ({...snapshotOf([]), at: at * 1000})

/** The first incident at this time, opened at 0:10. */
function incident(at: number, more: Partial<Play> = {}): LabState {
  const state = played(began('incidents', 'carts'))
  const play = {...state.play, phase: 'open', start: seconds(10), ...more} as Play
  return {...state, status: 'ready', play, snapshot: seconds(at), roster: nominalRoster}
}

const task = (state: LabState, columns = 78) =>
  texts(lessonView({state, lessons, style}, {columns, rows: 60}).task)

describe('While an incident is open', () => {
  test('a clock runs, and says what a hint costs', () => {
    expect(task(incident(93))).toContain('Clock 1:23  Each /hint adds 1:00.')
    expect(task(incident(93, {hints: 1}))).toContain(
      'Clock 1:23 + 1:00 for hints = 2:23  Each /hint adds 1:00.',
    )
  })

  test('beside the nodes, what a hint costs has a row of its own once one was used', () => {
    expect(task(incident(93, {hints: 1}), 51).slice(0, 2)).toEqual([
      'Clock 1:23 + 1:00 for hints = 2:23',
      'Each /hint adds 1:00.',
    ])
  })

  test('the panes do not say what is wrong; in free play and once it is over they do', () => {
    const snapshot = snapshotOf(
      [
        clusterMaster('6379', ['0-9'], {sees: {6380: ['10-19']}}),
        clusterMaster('6380', [], {sees: {6379: ['0-9']}}),
        silent('6381', 'notRunning'),
      ],
      {stage: 'cluster'},
    )
    const shown = (state: LabState, view: 'nodes' | 'slots') => {
      const input = {state: {...state, snapshot, stage: 'cluster'} as const, lessons, style}
      const {lines} = nodesPane(input, {columns: 100, rows: 40}, {scroll: 0, zoomed: false, view} as never)
      return texts(lines).join('\n')
    }
    const {play: _, ...free} = incident(93)
    const over = incident(93, {phase: 'passed'})
    for (const view of ['nodes', 'slots'] as const) {
      expect(shown(incident(93), view)).not.toContain('disputed')
      expect(shown(over, view)).toContain('disputed')
      expect(shown(free, view)).toContain('disputed')
    }
    expect([incident(93), over, free].map(state => hidesCauses({state, lessons}))).toEqual([
      true,
      false,
      false,
    ])
    expect(hidesCauses({state: played(began('failover', 'kill')), lessons})).toBe(false)
  })
})

test('Once it is over, the review has the time, the users, the data, what was typed, and where an expert looks first', () => {
  const state = incident(93, {
    phase: 'passed',
    hints: 1,
    end: seconds(40),
    conditions: [{id: 'users', metAt: 38_000, verdict: {is: 'met'}}] as never,
    incident: {penalty: 60, failed: 9, troubled: 20, lost: 0},
  })
  const entries = [{id: 1, typed: '@all PING', at: 15_000, parts: []}] as never
  const lines = task({...state, entries})
  const from = lines.findIndex(one => one.startsWith('Time:'))
  expect(lines.slice(from, from + 8)).toEqual([
    'Time: 0:30 + 1:00 for hints = 1:30',
    'Users: 9 requests failed; between the fault and the fix they had trouble for',
    '0:20 in all.',
    'Data: no acknowledged write lost.',
    '',
    'What you did:',
    '  0:05  @all PING',
    '  0:28  from here on: the client at work has been served for 2 s',
  ])
  expect(lines).toContain('An expert would have looked here first:')
  expect(lines.filter(one => /^ [123]\. /.test(one))).toHaveLength(3)
})

test('A review without a typed line says so', () => {
  const state = incident(93, {
    phase: 'passed',
    end: seconds(40),
    incident: {penalty: 0, failed: 0, troubled: 0},
  })
  expect(task({...state, entries: []})).toContain(' You typed nothing.')
})
