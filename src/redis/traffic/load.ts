// A client at work: writes and reads so many times a second, and counts what comes back. Which writes were acknowledged stands in the ledger.

import {type Bucket, bucketLasts, latencyOf} from '../../model/state/traffic.ts'
import type {Nodes} from '../nodes/nodes.ts'
import {createGuardedConnector} from './guarded-connector.ts'
import {openLoadClient} from './load-client.ts'
import type {Ledger} from './write-ledger.ts'

export type Load = Readonly<{
  /** Ends it and closes every connection, at once; what is still waited for counts for nothing. */
  stop: () => void
}>

export type LoadOptions = Readonly<{
  nodes: Nodes
  /** Reads and writes a second, by turns. */
  rate: number
  ledger: Ledger
  /** Every `bucketLasts` ms, and when it is stopped. */
  onBucket: (bucket: Bucket, lastError?: string) => void
}>

/** More than these wait for no answer: where so many hang, a client asks nothing more, as one with a pool of connections. */
export const maxPending = 1000

/** A timer that fires more often costs more than it gives, ms. */
const shortestTick = 4

/** What was not asked for so long, ms, is not made up for: the computer slept, or the lab was put aside. */
const longestDelay = 250

export function startLoad({nodes, rate, ledger, onBucket}: LoadOptions): Load {
  const own = createGuardedConnector(nodes)
  const count = createCounter()
  const client = openLoadClient(nodes, own, {onRedirect: count.redirected, onRetry: count.retried})
  const every = 1000 / rate
  let next = performance.now()
  let writes = true
  let stopped = false

  async function ask() {
    const write = writes ? ledger.next() : ledger.any()
    if (!write) return
    const kind = writes ? 'write' : 'read'
    writes = !writes
    const sent = performance.now()
    count.sent()
    try {
      await client[kind](write.key, write.bit)
      if (stopped) return
      if (kind === 'write') ledger.acknowledge(write)
      count.answered(performance.now() - sent, kind === 'write')
    } catch (error) {
      if (!stopped) count.failed(error as Error)
    }
  }

  function tick() {
    const now = performance.now()
    if (now - next > longestDelay) next = now
    for (; next <= now; next += every) if (count.waiting() < maxPending) void ask()
  }

  const tell = () => onBucket(...count.take())
  const ticking = setInterval(tick, Math.max(every, shortestTick))
  const reporting = setInterval(tell, bucketLasts)
  return {
    stop() {
      if (stopped) return
      stopped = true
      clearInterval(ticking)
      clearInterval(reporting)
      tell()
      client.close()
      own.closeAll()
    },
  }
}

/** What came back since it was last taken. */
function createCounter() {
  let waiting = 0
  let at = Date.now()
  const fresh = () => ({
    times: [] as number[],
    acknowledged: 0,
    redirects: 0,
    retries: 0,
    errors: {} as Record<string, number>,
    lastError: undefined as string | undefined,
  })
  let came = fresh()
  return {
    waiting: () => waiting,
    sent() {
      waiting += 1
    },
    redirected() {
      came.redirects += 1
    },
    retried() {
      came.retries += 1
    },
    answered(ms: number, acknowledged: boolean) {
      waiting -= 1
      came.times.push(ms)
      if (acknowledged) came.acknowledged += 1
    },
    failed(error: Error) {
      waiting -= 1
      const {word, text} = errorNameOf(error)
      came.errors[word] = (came.errors[word] ?? 0) + 1
      came.lastError = text
    },
    take(): [Bucket, string?] {
      const {times, lastError, ...counts} = came
      const latency = latencyOf(times)
      const bucket: Bucket = {at, ok: times.length, ...counts, waiting, ...(latency && {latency})}
      at = Date.now()
      came = fresh()
      return lastError === undefined ? [bucket] : [bucket, lastError]
    },
  }
}

/** What Redis said, where ioredis wraps it: `Too many Cluster redirections. Last error: ReplyError: CLUSTERDOWN The cluster is down`. */
function errorNameOf({message}: Error): Readonly<{word: string; text: string}> {
  const text = message.replace(/^.*Last error: (?:\w*Error: )?/, '')
  const [, word = 'Connection'] = /^([A-Z]+)\b/.exec(text) ?? []
  return {word, text: text.replace(/^(?:\w*Error: )/, '')}
}
