// A client at work: sends writes and reads at a fixed rate and counts the results. The ledger holds the acknowledged writes.

import {type Bucket, bucketLasts, latencyOf} from '../../model/state/traffic.ts'
import type {Nodes} from '../nodes/nodes.ts'
import {createGuardedConnector} from './guarded-connector.ts'
import {openLoadClient} from './load-client.ts'
import type {Ledger} from './write-ledger.ts'

export type Load = Readonly<{
  /** Stops and closes all connections at once; pending commands are not counted. */
  stop: () => void
}>

export type LoadOptions = Readonly<{
  nodes: Nodes
  /** Commands per second, reads and writes in turn. */
  rate: number
  ledger: Ledger
  /** Called every `bucketLasts` ms, and once more on stop. */
  onBucket: (bucket: Bucket, lastError?: string) => void
}>

/** Pending commands at the most; with more, the client sends nothing, like one with a connection pool. */
export const maxPending = 1000

/** ms; a faster timer costs more than it gains. */
const shortestTick = 4

/** ms; after a longer delay (sleep, Ctrl-Z) the missed commands are not sent later. */
const longestDelay = 250

export function startLoad({nodes, rate, ledger, onBucket}: LoadOptions): Load {
  const connector = createGuardedConnector(nodes, 'as the client')
  const counter = createCounter()
  const client = openLoadClient(nodes, connector, {onRedirect: counter.redirected, onRetry: counter.retried})
  const every = 1000 / rate
  let next = performance.now()
  let writes = true
  let stopped = false

  async function sendNext() {
    const write = writes ? ledger.next() : ledger.any()
    if (!write) return
    const kind = writes ? 'write' : 'read'
    writes = !writes
    const sent = performance.now()
    counter.sent()
    try {
      await client[kind](write.key, write.bit)
      if (stopped) return
      if (kind === 'write') ledger.acknowledge(write)
      counter.answered(performance.now() - sent, kind === 'write')
    } catch (error) {
      if (!stopped) counter.failed(error as Error)
    }
  }

  function tick() {
    const now = performance.now()
    if (now - next > longestDelay) next = now
    for (; next <= now; next += every) if (counter.waiting() < maxPending) void sendNext()
  }

  const report = () => onBucket(...counter.take())
  const sendTimer = setInterval(tick, Math.max(every, shortestTick))
  const reportTimer = setInterval(report, bucketLasts)
  return {
    stop() {
      if (stopped) return
      stopped = true
      clearInterval(sendTimer)
      clearInterval(reportTimer)
      report()
      client.close()
      connector.closeAll()
    },
  }
}

/** Results since the last bucket; `times`: ms of each reply. */
type Counts = {
  times: number[]
  acknowledged: number
  redirects: number
  retries: number
  errors: Record<string, number>
  lastError?: string
}

/** Counts results until `take` returns them and starts over. */
function createCounter() {
  let waiting = 0
  let at = Date.now()
  const fresh = (): Counts => ({times: [], acknowledged: 0, redirects: 0, retries: 0, errors: {}})
  let counts = fresh()
  return {
    waiting: () => waiting,
    sent() {
      waiting += 1
    },
    redirected() {
      counts.redirects += 1
    },
    retried() {
      counts.retries += 1
    },
    answered(ms: number, acknowledged: boolean) {
      waiting -= 1
      counts.times.push(ms)
      if (acknowledged) counts.acknowledged += 1
    },
    failed(error: Error) {
      waiting -= 1
      const {word, text} = errorNameOf(error)
      counts.errors[word] = (counts.errors[word] ?? 0) + 1
      counts.lastError = text
    },
    take(): [Bucket, string?] {
      const {times, lastError, ...sums} = counts
      const latency = latencyOf(times)
      const bucket: Bucket = {at, ok: times.length, ...sums, waiting, ...(latency && {latency})}
      at = Date.now()
      counts = fresh()
      return lastError === undefined ? [bucket] : [bucket, lastError]
    },
  }
}

/**
 * The client's own words, and the word by which they are counted: that of the Redis error inside, as in
 * `Too many Cluster redirections. Last error: ReplyError: CLUSTERDOWN The cluster is down`.
 */
function errorNameOf({message: text}: Error): Readonly<{word: string; text: string}> {
  const inside = text.replace(/^.*Last error: (?:\w*Error: )?/, '')
  const [, word = 'Connection'] = /^([A-Z]+)\b/.exec(inside) ?? []
  return {word, text}
}
