// Clients at work: each sends writes and reads at a fixed rate, and the results are counted. The ledger holds the acknowledged writes.

import {bySetting, type Setting} from '../../model/commands/client-settings.ts'
import {
  type Bucket,
  bucketLasts,
  type ClientCounts,
  type Comparison,
  type Counts,
  latencyOf,
  nothing,
  sum,
} from '../../model/state/traffic.ts'
import type {Nodes} from '../nodes/nodes.ts'
import {createGuardedConnector} from './guarded-connector.ts'
import {type ClientEvents, type LoadClient, openLoadClient} from './load-client.ts'
import type {Ledger} from './write-ledger.ts'

export type Load = Readonly<{
  /** Stops and closes all connections at once; pending commands are not counted. */
  stop: () => void
}>

export type LoadOptions = Readonly<{
  nodes: Nodes
  /** Commands per second of each client, reads and writes in turn. */
  rate: number
  /** The settings of the clients: one client for each. */
  clients: readonly Setting[]
  /** Whether they read from replicas. */
  replicas?: boolean
  ledger: Ledger
  /** Called every `bucketLasts` ms, and once more on stop, with the results of all clients together and of each. */
  onBucket: (bucket: Bucket, each: Comparison, lastError?: string) => void
}>

/** Pending commands at the most; with more, the client sends nothing, like one with a connection pool. */
export const maxPending = 1000

/** ms; a faster timer costs more than it gains. */
const shortestTick = 4

/** ms; after a longer delay (sleep, Ctrl-Z) the missed commands are not sent later. */
const longestDelay = 250

export function startLoad({nodes, rate, clients, replicas = false, ledger, onBucket}: LoadOptions): Load {
  const connector = createGuardedConnector(nodes, 'as the client')
  const loads = clients.map(setting => ({
    setting,
    ...startClient({nodes, rate, replicas, ledger}, events =>
      openLoadClient(nodes, connector, events, {setting, replicas}),
    ),
  }))
  let at = Date.now()
  let stopped = false

  function report() {
    const taken = loads.map(({setting, take}) => ({setting, counts: take()}))
    const waiting = loads.reduce((all, load) => all + load.waiting(), 0)
    const lastError = taken.findLast(({counts}) => counts.lastError !== undefined)?.counts.lastError
    const bucket = bucketOf(
      at,
      waiting,
      taken.map(({counts}) => counts),
    )
    const each = bySetting(setting =>
      clientCounts(taken.filter(one => one.setting === setting).map(({counts}) => counts)),
    )
    at = Date.now()
    onBucket(bucket, each, lastError)
  }

  const reportTimer = setInterval(report, bucketLasts)
  return {
    stop() {
      if (stopped) return
      stopped = true
      clearInterval(reportTimer)
      for (const {pause} of loads) pause()
      report()
      for (const {close} of loads) close()
      connector.closeAll()
    },
  }
}

/** Sends until it is paused; results that arrive afterwards are not counted. */
function startClient(
  {nodes, rate, replicas, ledger}: Pick<LoadOptions, 'nodes' | 'rate' | 'replicas' | 'ledger'>,
  open: (events: ClientEvents) => LoadClient,
) {
  const counter = createCounter()
  const client = open({
    onRedirect: counter.redirected,
    onRetry: counter.retried,
    onMaster: counter.foundMaster,
  })
  const every = 1000 / rate
  let next = performance.now()
  let writes = true
  let paused = false

  async function sendNext() {
    const write = writes ? ledger.next() : ledger.any()
    if (!write) return
    const kind = writes ? 'write' : 'read'
    writes = !writes
    const sent = performance.now()
    const wasCut = nodes.hasCutLink
    const isKnown = ledger.isAcknowledged(write)
    counter.sent()
    try {
      const by = kind === 'write' ? await client.write(write.key, write.bit) : undefined
      const bit = kind === 'read' ? await client.read(write.key, write.bit) : undefined
      if (paused) return
      if (kind === 'write') ledger.acknowledge(write, wasCut && nodes.hasCutLink ? by : undefined)
      else if (replicas && isKnown && bit === 0) counter.readOld()
      counter.answered(performance.now() - sent, kind === 'write')
    } catch (error) {
      if (!paused) counter.failed(performance.now() - sent, error as Error)
    }
  }

  function tick() {
    const now = performance.now()
    if (now - next > longestDelay) next = now
    for (; next <= now; next += every) if (counter.waiting() < maxPending) void sendNext()
  }

  const timer = setInterval(tick, Math.max(every, shortestTick))
  return {
    take: counter.take,
    waiting: counter.waiting,
    close: client.close,
    pause() {
      paused = true
      clearInterval(timer)
    },
  }
}

/** Results of a client since the last bucket; `times`: ms of each reply; `longest`: of each result, errors included. */
type Results = {
  times: number[]
  acknowledged: number
  redirects: number
  retries: number
  errors: Record<string, number>
  longest: number
  stale: number
  lastError?: string
  /** Port of the master that a Sentinel named. */
  master?: number
}

function countsOf({times, acknowledged, redirects, retries, errors, stale}: Results): Counts {
  return {ok: times.length, acknowledged, redirects, retries, errors, ...(stale > 0 && {stale})}
}

function bucketOf(at: number, waiting: number, results: readonly Results[]): Bucket {
  const latency = latencyOf(results.flatMap(({times}) => times))
  const master = results.findLast(one => one.master !== undefined)?.master
  return {
    at,
    ...results.map(countsOf).reduce(sum, nothing),
    waiting,
    ...(latency && {latency}),
    ...(master !== undefined && {master}),
  }
}

function clientCounts(results: readonly Results[]): ClientCounts {
  const longest = Math.round(Math.max(0, ...results.map(one => one.longest)))
  return {...results.map(countsOf).reduce(sum, nothing), longest}
}

/** Counts results until `take` returns them and starts over. */
function createCounter() {
  let waiting = 0
  const fresh = (): Results => ({
    times: [],
    acknowledged: 0,
    redirects: 0,
    retries: 0,
    errors: {},
    longest: 0,
    stale: 0,
  })
  let results = fresh()
  const ended = (ms: number) => {
    waiting -= 1
    results.longest = Math.max(results.longest, ms)
  }
  return {
    waiting: () => waiting,
    sent() {
      waiting += 1
    },
    redirected() {
      results.redirects += 1
    },
    retried() {
      results.retries += 1
    },
    readOld() {
      results.stale += 1
    },
    foundMaster(port: number) {
      results.master = port
    },
    answered(ms: number, acknowledged: boolean) {
      ended(ms)
      results.times.push(ms)
      if (acknowledged) results.acknowledged += 1
    },
    failed(ms: number, error: Error) {
      ended(ms)
      const {word, text} = errorNameOf(error)
      results.errors[word] = (results.errors[word] ?? 0) + 1
      results.lastError = text
    },
    take(): Results {
      const taken = results
      results = fresh()
      return taken
    },
  }
}

/**
 * The client's own words, and the word by which they are counted: that of the Redis error inside, as in
 * `Too many Cluster redirections. Last error: ReplyError: CLUSTERDOWN The cluster is down`.
 */
function errorNameOf({message: text}: Error): Readonly<{word: string; text: string}> {
  if (text === 'Command timed out') return {word: 'Timeout', text}
  const inside = text.replace(/^.*Last error: (?:\w*Error: )?/, '')
  const [, word = 'Connection'] = /^([A-Z]+)\b/.exec(inside) ?? []
  return {word, text}
}
