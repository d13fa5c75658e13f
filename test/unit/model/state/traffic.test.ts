// What is requested of the load, and how what it counts adds up.

import {describe, expect, test} from 'vitest'
import {nominalRoster} from '../../../../src/model/cluster/node.ts'
import {bySetting} from '../../../../src/model/commands/client-settings.ts'
import {
  type Bucket,
  latencyOf,
  mostBuckets,
  nothing,
  parseTraffic,
  type Traffic,
  type TrafficEvent,
  withTraffic,
} from '../../../../src/model/state/traffic.ts'
import {trafficWords} from '../../../../src/model/state/traffic-words.ts'
import {message, translate} from '../../../../src/model/text/messages.ts'

const bucket = (at: number, more: Partial<Bucket> = {}): TrafficEvent & {is: 'counted'} => ({
  is: 'counted',
  bucket: {at, ok: 5, acknowledged: 2, redirects: 0, retries: 0, errors: {}, waiting: 0, ...more},
})
const began: TrafficEvent = {is: 'began', rate: 20}

function told(...events: readonly TrafficEvent[]): Traffic | undefined {
  return events.reduce<Traffic | undefined>(withTraffic, undefined)
}
const words = (...events: readonly TrafficEvent[]) => {
  const traffic = told(...events)
  return traffic && trafficWords(traffic).map(one => translate('en', one))
}

describe('What the client counts', () => {
  test('is summed, errors by their word', () => {
    const traffic = told(
      began,
      bucket(0, {redirects: 1, errors: {CLUSTERDOWN: 2}}),
      bucket(250, {ok: 1, retries: 3, errors: {CLUSTERDOWN: 1, MOVED: 1}}),
    )
    expect(traffic?.totals).toEqual({
      ok: 6,
      acknowledged: 4,
      redirects: 1,
      retries: 3,
      errors: {CLUSTERDOWN: 3, MOVED: 1},
    })
  })

  test('is kept for a minute, and in the sums for good', () => {
    const all = Array.from({length: mostBuckets + 10}, (_, i) => bucket(i * 250))
    const traffic = told(began, ...all)
    expect(traffic?.buckets.map(({at}) => at)).toEqual(
      Array.from({length: mostBuckets}, (_, i) => (i + 10) * 250),
    )
    expect(traffic?.totals.ok).toBe(5 * (mostBuckets + 10))
  })

  test('goes on when it is stopped and begun again', () => {
    const traffic = told(began, bucket(0), {is: 'ended'}, {is: 'began', rate: 50}, bucket(9000))
    expect(traffic).toMatchObject({is: 'on', rate: 50, totals: {ok: 10}})
    expect(told(began, {is: 'ended'})).toMatchObject({is: 'off', rate: 20})
  })

  test('is nothing without a client: what comes after the nodes went changes nothing', () => {
    expect(told(bucket(0), {is: 'ended'}, {is: 'checked', lost: {writes: 1, of: 2}})).toBe(undefined)
  })
})

test.each([
  [[], undefined],
  [[3], {p50: 3, p95: 3, max: 3}],
  [[4, 1, 3, 2], {p50: 2, p95: 4, max: 4}],
  [Array.from({length: 100}, (_, i) => i + 1), {p50: 50, p95: 95, max: 100}],
  [[0.123_456, 0.987_654], {p50: 0.1, p95: 1, max: 1}],
])('The latency of %j is %j', (times, latency) => {
  expect(latencyOf(times)).toEqual(latency)
})

describe('Several clients side by side', () => {
  const added = (longest: number, errors: number) => ({
    ...nothing,
    ...{ok: 2, longest},
    errors: errors > 0 ? {Timeout: errors} : {},
  })
  const compared = (defaults: number, bounded: number): TrafficEvent => ({
    ...bucket(0),
    clients: bySetting(one => (one === 'bounded' ? added(bounded, 3) : added(defaults, 0))),
  })
  const start: TrafficEvent = {...began, compare: true}

  test('are asked for by a word after the rate', () => {
    const usage = message('usage.traffic')
    expect(parseTraffic(['on', '30', 'compare'], usage, nominalRoster)).toEqual({
      is: 'begin',
      rate: 30,
      compare: true,
    })
    expect(parseTraffic(['on', 'replicas'], usage, nominalRoster)).toEqual({
      is: 'begin',
      rate: 20,
      replicas: true,
    })
    expect(parseTraffic(['on', 'compare'], usage, nominalRoster)).toEqual({
      is: 'begin',
      rate: 20,
      compare: true,
    })
    expect(parseTraffic(['on', 'compare', '30'], usage, nominalRoster)).toEqual({because: usage})
  })

  test('have sums of their own, and the slowest result of each', () => {
    const traffic = told(start, compared(5, 900), compared(40, 100))
    expect(traffic?.clients?.patient).toMatchObject({ok: 4, errors: {}, longest: 40})
    expect(traffic?.clients?.bounded).toMatchObject({ok: 4, errors: {Timeout: 6}, longest: 900})
    expect(words(start, compared(5, 900))).toEqual(
      expect.arrayContaining([
        'Traffic: three clients, 20 a second each.',
        'bounded (the same, commandTimeout 1000): 2 answered, 3 errors, 0 redirects, 0 retries, slowest 900 ms.',
      ]),
    )
  })

  test('are no longer told apart once a single client works', () => {
    expect(told(start, compared(5, 5), began)?.clients).toBeUndefined()
  })
})

describe('/traffic says', () => {
  test('how the client fares', () => {
    expect(words(began, bucket(0), bucket(250, {ok: 0, waiting: 3}))).toEqual([
      'Traffic: 20 a second.',
      '5 answered, 4 of them writes; 0 errors, 0 redirects, 0 retries, 3 waiting.',
    ])
  })

  test('which master it writes to, if it asks Sentinels', () => {
    expect(words(began, bucket(0, {master: 6380}), bucket(250))?.[0]).toBe(
      'Traffic to 6380, the master that a Sentinel named: 20 a second.',
    )
  })

  test('how often a replica returned less than was acknowledged, if it reads from replicas', () => {
    const reads: TrafficEvent = {is: 'began', rate: 20, replicas: true}
    const [head, , old] = words(reads, bucket(0), bucket(250, {stale: 1}), bucket(500, {stale: 2})) ?? []
    expect([head, old]).toEqual([
      'Traffic, reads from replicas: 20 a second.',
      'Old data: 3 reads did not return an acknowledged write.',
    ])
    expect(words(reads, bucket(0))?.[2]).toBe('Old data: 0 reads did not return an acknowledged write.')
    // Another client that reads from masters does not take them back.
    expect(words(reads, bucket(0, {stale: 1}), began)?.slice(0, 3)).toEqual([
      'Traffic: 20 a second.',
      expect.stringMatching(/^5 answered/),
      'Old data: 1 read did not return an acknowledged write.',
    ])
  })

  test('what failed, the most frequent first, and what is gone', () => {
    const failed = bucket(0, {errors: {MOVED: 1, CLUSTERDOWN: 12}})
    const events = [
      began,
      {
        ...failed,
        lastError: 'Too many Cluster redirections. Last error: ReplyError: CLUSTERDOWN The cluster is down',
      },
      bucket(250),
      {is: 'checked', lost: {writes: 1, of: 4}},
      {is: 'ended'},
    ] as const satisfies readonly TrafficEvent[]
    expect(words(...events)).toEqual([
      'Traffic: stopped.',
      '10 answered, 4 of them writes; 13 errors, 0 redirects, 0 retries, 0 waiting.',
      'Errors: CLUSTERDOWN 12, MOVED 1.',
      'Last error: Too many Cluster redirections. Last error: ReplyError: CLUSTERDOWN The cluster is down',
      'The client tried again and again and gave up: the cluster does not serve the slot.',
      'Lost 1 of the 4 writes acknowledged until the last check.',
    ])
    const kept: TrafficEvent = {is: 'checked', lost: {writes: 0, of: 4}}
    expect(words(...events, kept)?.at(-1)).toBe(
      'None of the 4 writes acknowledged until the last check was lost.',
    )
  })

  test.each([
    [
      'Too many Cluster redirections. Last error: ReplyError: MOVED 100 127.0.0.1:6380',
      'The client tried and followed redirects until its limit: the node that the last one names does not serve the slot either. It is down or not elected yet, or the nodes disagree on the owner, or the slot is opened at its owner only.',
    ],
    [
      "READONLY You can't write against a read only replica.",
      'The client writes to a node that is a replica now; it does not look for the new master by itself.',
    ],
    ['Failed to refresh slots cache.', 'The client could get the slot map from none of the nodes.'],
    [
      'Reached the max retries per request limit (which is 1). Refer to "maxRetriesPerRequest" option for details.',
      'The client has no connection: its node is down, and the command may or may not have run.',
    ],
    [
      'Connection is closed.',
      'The client has no connection: its node is down, and the command may or may not have run.',
    ],
  ])("the client's own words and what they mean: %s", (lastError, meaning) => {
    const failed = {...bucket(0, {errors: {MOVED: 1}}), lastError}
    expect(words(began, failed)?.slice(-2)).toEqual([`Last error: ${lastError}`, meaning])
  })
})
