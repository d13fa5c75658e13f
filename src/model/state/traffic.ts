// The load: requests to it and its figures, a bucket every quarter of a second. src/redis/traffic/load.ts runs it.

import {isWired, type NodeName, nodeForPort, type Roster} from '../cluster/node.ts'
import {bySetting, type Setting} from '../commands/client-settings.ts'
import type {TrafficFigures} from '../lesson/evidence.ts'
import {type Message, message} from '../text/messages.ts'
import {without} from '../text/objects.ts'

/** Reads and writes together, per second. */
const usualRate = 20
export const mostRate = 500

/** A bucket's length in ms, and how many are kept: one minute. */
export const bucketLasts = 250
export const mostBuckets = 240

export type TrafficRequest =
  /**
   * `from`: the node beside which the clients are, which reach the others as that node does. `compare`: several clients with different settings side by
   * side, each at this rate. `replicas`: a client that reads from replicas.
   */
  | Readonly<{is: 'begin'; rate: number; from?: NodeName; compare?: true; replicas?: true}>
  | Readonly<{is: 'end'}>
  | Readonly<{is: 'report'}>

/** Parses `/traffic on 50 compare from 6379`, `/traffic on replicas`, `/traffic off` and `/traffic`: the request, or why the words are invalid. */
export function parseTraffic(
  [word, ...more]: readonly string[],
  usage: Message,
  roster: Roster,
): TrafficRequest | Readonly<{because: Message}> {
  if (word === undefined) return {is: 'report'}
  if (word === 'off' && more.length === 0) return {is: 'end'}
  const at = more.indexOf('from')
  const request = parseRate(word, at < 0 ? more : more.slice(0, at), usage)
  if (at < 0 || 'because' in request) return request
  const [place, ...rest] = more.slice(at + 1)
  const from = place === undefined ? undefined : nodeForPort(place, roster)
  if (rest.length > 0 || from === undefined) return {because: usage}
  return isWired(roster) ? {...request, from} : {because: message('links.unwired')}
}

function parseRate(
  word: string,
  more: readonly string[],
  usage: Message,
): (TrafficRequest & {is: 'begin'}) | Readonly<{because: Message}> {
  const last = more.at(-1)
  const [compare, replicas] = [last === 'compare', last === 'replicas']
  const rates = compare || replicas ? more.slice(0, -1) : more
  if (word !== 'on' || rates.length > 1) return {because: usage}
  const [rate = String(usualRate)] = rates
  const asked = /^\d{1,9}$/.test(rate) ? Number(rate) : 0
  if (asked < 1 || asked > mostRate) return {because: message('traffic.rate', {most: mostRate})}
  return {is: 'begin', rate: asked, ...(compare && {compare}), ...(replicas && {replicas})}
}

/** The count of each error by its first word: `CLUSTERDOWN`, `READONLY`; `Connection` if no node replied. */
export type Errors = Readonly<Record<string, number>>

/** Counts of the client's results. */
export type Counts = Readonly<{
  ok: number
  /** The writes among `ok`: the client relies on them. */
  acknowledged: number
  /** MOVED and ASK that the client followed. */
  redirects: number
  /** Retries by the client itself, after CLUSTERDOWN, TRYAGAIN or a closed connection. */
  retries: number
  errors: Errors
  /** Reads from replicas that did not return what the client had an acknowledgment for; absent if there were none. */
  stale?: number
}>

/** The results of one of several clients; `longest`: the slowest result, ms, errors included. */
export type ClientCounts = Counts & Readonly<{longest: number}>

/** Results by setting. */
export type Comparison = Readonly<Record<Setting, ClientCounts>>

/** Times from sending a command to its reply, ms. */
export type Latency = Readonly<{p50: number; p95: number; max: number}>

/** The results within `bucketLasts` ms. */
export type Bucket = Counts &
  Readonly<{
    /** When the bucket began, ms since the epoch. */
    at: number
    /** Commands without a reply when the bucket ended. */
    waiting: number
    /** Latency of the commands that succeeded; absent if none did. */
    latency?: Latency
    /** Port of the master to which the client connected in this time, because a Sentinel named it. */
    master?: number
  }>

/** Acknowledged writes that the nodes no longer have: `writes` out of `of`. */
export type LostWrites = Readonly<{
  writes: number
  of: number
  /** The same of those acknowledged while a link was cut, by the node that did; absent if there are none. */
  sides?: readonly SideWrites[]
}>

/** Writes that the node at `port` acknowledged while a link was cut: `of` in all, of which `writes` are lost. */
export type SideWrites = Readonly<{port: number; writes: number; of: number}>

export type Traffic = Readonly<{
  is: 'on' | 'off'
  /** Reads and writes per second. */
  rate: number
  /** Port of the node beside which the client is. */
  from?: number
  /** Port of the master to which the client connected last; absent unless it asks Sentinels. */
  master?: number
  /** It reads from replicas. */
  replicas?: true
  /** Buckets, oldest first. */
  buckets: readonly Bucket[]
  /** Totals since the nodes started: stopping the client does not reset them. */
  totals: Counts
  /** The totals of each client, while several are compared. */
  clients?: Comparison
  /** The full text of the last error. */
  lastError?: string
  /** How long the client had errors, had to try again or waited for replies, in all, ms. */
  troubled?: number
  /** Since when it has had no trouble, ms since the epoch; absent while it has, and when it does not run. */
  servedSince?: number
  /** Writes found lost; absent until they were verified, after the first change of slot owners. */
  lost?: LostWrites
}>

export type TrafficEvent =
  | Readonly<{is: 'began'; rate: number; from?: number; compare?: true; replicas?: true}>
  /** `clients`: what each of several clients added. */
  | Readonly<{is: 'counted'; bucket: Bucket; clients?: Comparison; lastError?: string}>
  | Readonly<{is: 'checked'; lost: LostWrites}>
  | Readonly<{is: 'ended'}>

/** What a lesson may ask about the load; `since`: when its step began, ms since the epoch. */
export function figuresOfTraffic(traffic: Traffic, since = 0): TrafficFigures {
  const {totals, buckets, clients, lost, master, replicas} = traffic
  const {acknowledged, redirects, retries, errors, stale = 0} = totals
  const times = buckets.filter(({at}) => at >= since).map(({latency}) => latency?.max ?? 0)
  return {
    ...{acknowledged, redirects, retries, errors},
    slowest: Math.max(0, ...times),
    served: isServed(traffic),
    ...(clients && {
      clients: bySetting(one => ({
        errors: errorCount(clients[one].errors),
        slowest: clients[one].longest,
      })),
    }),
    ...(lost && {lost}),
    ...(master !== undefined && {master}),
    ...(replicas && {stale}),
  }
}

/** Buckets in which everything must have been answered: one second. */
const calm = 4

function isServed({is, rate, buckets}: Traffic): boolean {
  const good = buckets.slice(-calm).filter(({ok, errors}) => ok > 0 && errorCount(errors) === 0)
  const waiting = buckets.at(-1)?.waiting ?? 0
  return is === 'on' && good.length === calm && waiting < Math.max(3, rate)
}

export const nothing: Counts = {ok: 0, acknowledged: 0, redirects: 0, retries: 0, errors: {}}

/** Ignores events of a load that never began or whose nodes are gone. */
export function withTraffic(traffic: Traffic | undefined, event: TrafficEvent): Traffic | undefined {
  if (event.is === 'began') {
    const {rate, from, compare, replicas} = event
    const before = traffic
      ? without(traffic, 'from', 'clients', 'master', 'replicas')
      : {buckets: [], totals: nothing}
    return {
      ...before,
      ...{is: 'on', rate},
      ...(from !== undefined && {from}),
      ...(compare && {clients: traffic?.clients ?? nobody}),
      ...(replicas && {replicas}),
    }
  }
  if (!traffic) return undefined
  switch (event.is) {
    case 'counted': {
      const {bucket, clients, lastError} = event
      return {
        ...without(traffic, 'servedSince'),
        ...serviceAfter(traffic, bucket),
        buckets: [...traffic.buckets, bucket].slice(-mostBuckets),
        totals: sum(traffic.totals, bucket),
        ...(traffic.clients && clients && {clients: sumOfEach(traffic.clients, clients)}),
        ...(lastError && {lastError}),
        ...(bucket.master !== undefined && {master: bucket.master}),
      }
    }
    case 'checked':
      return {...traffic, lost: event.lost}
    case 'ended':
      return {...without(traffic, 'servedSince'), is: 'off'}
  }
}

/** How the client is served, once a bucket more is known. */
function serviceAfter(
  {rate, troubled = 0, servedSince}: Traffic,
  bucket: Bucket,
): Pick<Traffic, 'troubled' | 'servedSince'> {
  if (isTroubled(bucket, rate)) return {troubled: troubled + bucketLasts}
  return {troubled, servedSince: servedSince ?? bucket.at}
}

/** Whether users would have noticed: an error, a retry, or as many commands without a reply as are sent in half a second. */
function isTroubled({errors, retries, waiting}: Bucket, rate: number): boolean {
  return errorCount(errors) > 0 || retries > 0 || areStuck(waiting, rate)
}

/** As many commands without a reply as are sent in half a second. */
function areStuck(waiting: number, rate: number): boolean {
  return waiting >= Math.max(1, rate / 2)
}

/** Commands that have no reply, if there are so many that users wait; else 0. */
export function stuckCommands({is, rate, buckets}: Traffic): number {
  const waiting = is === 'on' ? (buckets.at(-1)?.waiting ?? 0) : 0
  return areStuck(waiting, rate) ? waiting : 0
}

const nobody: Comparison = bySetting(() => ({...nothing, longest: 0}))

function sumOfEach(a: Comparison, b: Comparison): Comparison {
  return bySetting(setting => ({
    ...sum(a[setting], b[setting]),
    longest: Math.max(a[setting].longest, b[setting].longest),
  }))
}

export function sum(a: Counts, b: Counts): Counts {
  const errors = {...a.errors}
  for (const [word, count] of Object.entries(b.errors)) errors[word] = (errors[word] ?? 0) + count
  return {
    ok: a.ok + b.ok,
    acknowledged: a.acknowledged + b.acknowledged,
    redirects: a.redirects + b.redirects,
    retries: a.retries + b.retries,
    errors,
    ...((a.stale ?? b.stale) !== undefined && {stale: (a.stale ?? 0) + (b.stale ?? 0)}),
  }
}

export function errorCount(errors: Errors): number {
  return Object.values(errors).reduce((total, count) => total + count, 0)
}

/** Percentiles by nearest rank, rounded to 0.1 ms; undefined without times. */
export function latencyOf(times: readonly number[]): Latency | undefined {
  if (times.length === 0) return undefined
  const sorted = [...times].sort((a, b) => a - b)
  const rank = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10
  return {p50: rank(0.5), p95: rank(0.95), max: rank(1)}
}
