// What is heard of the nodes while real ones were killed, paused, asked to fail over and joined (../recorded/events).

import {describe, expect, test} from 'vitest'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import type {Language} from '../../../src/model/text/messages.ts'
import {createUpdate} from '../../../src/model/update/update.ts'
import {narrateNodes} from '../../../src/plain/narrate-nodes.ts'
import {clusterMaster, silent, snapshotOf} from '../model/readings.ts'
import {recordedEvents, type Story} from '../recorded/events.ts'
import {began, played, polled} from '../ui/states.ts'

const update = createUpdate([])

function heard(story: Story, language: Language = 'en'): readonly string[] {
  const told: string[] = []
  recordedEvents(story).reduce<LabState>((before, event) => {
    const now = update(before, event)
    told.push(...narrateNodes(before, now, language))
    return now
  }, initialState())
  return told
}

describe('A failover is reported with', () => {
  test("the node that went down, who suspects it, the majority's decision, the new owner of its slots, and its return", () => {
    expect(heard('kill')).toEqual([
      '19202 went down',
      'link of 19302 to 19202 is down',
      '19202 is suspected (fail?) by 19201',
      '19202 is suspected (fail?) by 19200, 19300, 19301, 19302',
      '19202 is marked fail: at least 2 masters agreed',
      '19302 became the master of 10923-16383, epoch 7',
      '19202 came back as a replica of 19302',
      '19302 started 1 full resynchronization',
      'link of 19202 to 19302 is up',
      'no node suspects 19202 any more',
    ])
  })

  test('the same in Chinese', () => {
    const told = heard('pause', 'zh')
    expect(told).toContain('16400 将 16401 标为 fail?（主观下线）')
    expect(told).toContain('16501 成为 5461-10922 的主节点，纪元 7')
    expect(told).toHaveLength(heard('pause').length)
  })

  test('no suspicion if the learner requested the failover', () => {
    expect(heard('manual')).toEqual([
      '16900 became the master of 0-5460, epoch 7',
      '16800 became a replica of 16900',
      '16900 accepted 1 partial resynchronization',
      'link of 16800 to 16900 is up',
    ])
  })
})

test("The reason for a node's silence is reported when it is known", () => {
  const told = (...because: readonly Parameters<typeof silent>[1][]) => {
    const states = because.map(one => played([{on: 'polled', snapshot: snapshotOf([silent('6381', one)])}]))
    return states.slice(1).flatMap((now, i) => narrateNodes(states[i] ?? now, now, 'en'))
  }
  expect(told('refused', 'notRunning')).toEqual(['6381 went down'])
  expect(told('noAnswer', 'paused')).toEqual(['6381 is paused'])
  expect(told('noAnswer', 'refused')).toEqual([])
})

describe('Once it is over, one sentence tells of', () => {
  const told = (...events: readonly LabEvent[]) => {
    const said: string[] = []
    events.reduce<LabState>((before, event) => {
      const now = update(before, event)
      said.push(...narrateNodes(before, now, 'en'))
      return now
    }, initialState())
    return said
  }
  const at = (when: number, moved: number): LabEvent => ({
    on: 'polled',
    snapshot: snapshotOf(
      [
        clusterMaster('6379', [`${moved}-999`]),
        clusterMaster('6380', moved > 0 ? [`0-${moved - 1}`, '1000-1999'] : ['1000-1999']),
      ],
      {at: when, stage: 'cluster'},
    ),
  })

  test('two hundred slots that moved one by one', () => {
    const moves = Array.from({length: 201}, (_, i) => at(100 * i, i))
    expect(told(...moves)).toEqual([])
    expect(told(...moves, at(23_001, 200), at(23_200, 200))).toEqual([
      '200 slots moved from 6379 to 6380: 0-199',
    ])
  })

  test('a time at which the lab was held up', () => {
    const held: LabEvent = {on: 'heldUp', at: 100, ms: 612}
    expect(told(at(0, 0), held, at(800, 0), at(4000, 0), at(4100, 0))).toEqual([
      expect.stringMatching(/^the lab itself was held up for 0\.6 s/),
    ])
  })
})

describe('Nothing is reported', () => {
  const joined = polled('replicas', 200)

  test('while the lab sets up a step', () => {
    const before = played([...began('failover', 'kill'), polled('masters')])
    expect(before.play?.phase).toBe('preparing')
    expect(narrateNodes(before, played([joined], before), 'en')).toEqual([])
  })

  test('of unchanged nodes, and of the first snapshot', () => {
    const before = played([polled('replicas')])
    expect(narrateNodes(before, played([joined], before), 'en')).toEqual([])
    expect(narrateNodes(initialState(), before, 'en')).toEqual([])
  })

  test('of a written key', () => {
    expect(heard('sync').filter(sentence => sentence.includes('keys'))).toEqual([])
  })
})
