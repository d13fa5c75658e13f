// A client at work on the nodes: what it is told, and what came of what it asked, by quarters of a second. Pure; src/redis/traffic/load.ts runs it.

import {type Message, message} from '../text/messages.ts'

/** Reads and writes a second, together. */
const usualRate = 20
const mostRate = 500

/** How long one bucket lasts, ms, and how many are kept: one minute. */
export const bucketLasts = 250
export const mostBuckets = 240

export type TrafficRequest =
  | Readonly<{is: 'begin'; rate: number}>
  | Readonly<{is: 'end'}>
  | Readonly<{is: 'tell'}>

/** `/traffic on 50`, `/traffic off`, `/traffic`: what is wished, or what is wrong with the words. */
export function parseTraffic(
  [word, ...more]: readonly string[],
  usage: Message,
): TrafficRequest | Readonly<{because: Message}> {
  if (word === undefined) return {is: 'tell'}
  if (word === 'off' && more.length === 0) return {is: 'end'}
  if (word !== 'on' || more.length > 1) return {because: usage}
  const [rate = String(usualRate)] = more
  const asked = /^\d{1,9}$/.test(rate) ? Number(rate) : 0
  if (asked < 1 || asked > mostRate) return {because: message('traffic.rate', {most: mostRate})}
  return {is: 'begin', rate: asked}
}

/** How often each error came, by its first word: `CLUSTERDOWN`, `READONLY`; `Connection` where no node answered at all. */
export type Errors = Readonly<Record<string, number>>

/** What came back to the client. */
type Counts = Readonly<{
  ok: number
  /** Writes among them: the client holds them for done. */
  acknowledged: number
  /** MOVED and ASK that the client followed. */
  redirects: number
  /** Tried again by the client itself: after CLUSTERDOWN, TRYAGAIN or a closed connection. */
  retries: number
  errors: Errors
}>

/** From when it was sent until it was answered, ms. */
export type Latency = Readonly<{p50: number; p95: number; max: number}>

/** What came back within `bucketLasts` ms. */
export type Bucket = Counts &
  Readonly<{
    /** When it began, ms since the epoch. */
    at: number
    /** Sent and without an answer when it ended. */
    waiting: number
    /** Of what was answered without an error; absent if nothing was. */
    latency?: Latency
  }>

/** Acknowledged writes that the nodes do not have any more, `writes` of `of`. */
export type LostWrites = Readonly<{writes: number; of: number}>

export type Traffic = Readonly<{
  is: 'on' | 'off'
  /** Reads and writes a second. */
  rate: number
  /** The newest last. */
  buckets: readonly Bucket[]
  /** Since the nodes stand: a client that is stopped and started goes on counting. */
  totals: Counts
  /** The last error, in its own words. */
  lastError?: string
  /** Absent until somebody looked: after the first change of who serves what. */
  lost?: LostWrites
}>

export type TrafficEvent =
  | Readonly<{is: 'began'; rate: number}>
  | Readonly<{is: 'counted'; bucket: Bucket; lastError?: string}>
  | Readonly<{is: 'checked'; lost: LostWrites}>
  | Readonly<{is: 'ended'}>

const nothing: Counts = {ok: 0, acknowledged: 0, redirects: 0, retries: 0, errors: {}}

/** What is told of a client that never began, or whose nodes are gone, changes nothing. */
export function withTraffic(traffic: Traffic | undefined, event: TrafficEvent): Traffic | undefined {
  if (event.is === 'began')
    return {...(traffic ?? {buckets: [], totals: nothing}), is: 'on', rate: event.rate}
  if (!traffic) return undefined
  switch (event.is) {
    case 'counted': {
      const {bucket, lastError} = event
      const buckets = [...traffic.buckets, bucket].slice(-mostBuckets)
      return {...traffic, buckets, totals: sum(traffic.totals, bucket), ...(lastError && {lastError})}
    }
    case 'checked':
      return {...traffic, lost: event.lost}
    case 'ended':
      return {...traffic, is: 'off'}
  }
}

function sum(a: Counts, b: Counts): Counts {
  const errors = {...a.errors}
  for (const [word, count] of Object.entries(b.errors)) errors[word] = (errors[word] ?? 0) + count
  return {
    ok: a.ok + b.ok,
    acknowledged: a.acknowledged + b.acknowledged,
    redirects: a.redirects + b.redirects,
    retries: a.retries + b.retries,
    errors,
  }
}

export function errorCount(errors: Errors): number {
  return Object.values(errors).reduce((total, count) => total + count, 0)
}

/** By nearest rank: of a hundred, the fiftieth, the ninety-fifth and the last; in tenths of a ms. */
export function latencyOf(times: readonly number[]): Latency | undefined {
  if (times.length === 0) return undefined
  const sorted = [...times].sort((a, b) => a - b)
  const rank = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10
  return {p50: rank(0.5), p95: rank(0.95), max: rank(1)}
}
