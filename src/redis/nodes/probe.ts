// The lab's own connection to one node: readings for the panel, and what the boot needs. What the learner types goes elsewhere (conversation.ts).

import type {Socket} from 'node:net'
import {Redis} from 'ioredis'
import type {NodeName, RosterNode} from '../../model/cluster/node.ts'
import {infoSections, readAnswer} from '../../model/cluster/reading.ts'
import type {Answered, ProcessState, Reading, Silent} from '../../model/cluster/snapshot.ts'

export type Probe = Readonly<{
  node: NodeName
  /** Never throws: silence is a reading too. `patience` in ms; `slots`: those whose keys are to be counted. */
  read: (process: ProcessState, patience: number, slots?: readonly number[]) => Promise<Reading>
  /** A command for the lab itself, boot and tests; throws what Redis or the connection says. */
  call: (...words: [string, ...string[]]) => Promise<unknown>
  /** Who we are to the node, `127.0.0.1:49012`; undefined while there is no connection. */
  address: () => string | undefined
  close: () => void
}>

/** Until a node accepts connections it is tried quickly (ms), one that stays away more slowly. */
const retryDelay = 5
const slowRetryDelay = 100
const quickRetries = 200

/** Who is known to be paused is not waited for, ms. */
const pausedPatience = 20

export function openProbe({name: node, host, port, fromStart}: RosterNode, clustered: boolean): Probe {
  const redis = connect(host, port, fromStart)
  const ask = createReader(redis, node, port, clustered)
  let silentSince: number | undefined
  let last: Answered | undefined
  let pending = false

  function silent(process: ProcessState, because: Silent['because']): Silent {
    silentSince ??= Date.now()
    const lastSaid = last && {lastSaid: last.replication}
    return {is: 'silent', name: node, port, process, because, since: silentSince, ...lastSaid}
  }

  async function read(
    process: ProcessState,
    patience: number,
    slots: readonly number[] = [],
  ): Promise<Reading> {
    const paused = process.is === 'paused'
    if (['killed', 'stopped', 'exited', 'absent'].includes(process.is)) return silent(process, 'notRunning')
    if (redis.status === 'wait') redis.connect().catch(() => undefined)
    if (redis.status !== 'ready') return silent(process, paused ? 'paused' : 'refused')
    // A question that is still unanswered is not asked again: a node paused for an hour must not wake up to an hour of questions.
    if (pending) return silent(process, paused ? 'paused' : 'noAnswer')
    pending = true
    const asked = ask(slots)
      .catch((error: Error) => whyRefused(error))
      .finally(() => {
        pending = false
      })
    const answer = await Promise.race([asked, lateAfter(paused ? pausedPatience : patience)])
    if (answer === 'late') return silent(process, paused ? 'paused' : 'noAnswer')
    // The connection may have ended while it was asked: the process is going, and it will be told soon.
    if (typeof answer === 'string') return silent(process, redis.status === 'ready' ? answer : 'refused')
    if (process.pid !== undefined && answer.process.pid !== process.pid) return silent(process, 'stranger')
    silentSince = undefined
    last = answer
    return answer
  }

  return {
    node,
    read,
    call: (...words) => redis.call(...words),
    address: () => addressOf(redis),
    close: () => redis.disconnect(),
  }
}

function addressOf(redis: Redis): string | undefined {
  const {localPort} = (redis.stream as Socket | undefined) ?? {}
  return localPort === undefined ? undefined : `127.0.0.1:${localPort}`
}

/** A spare is connected to once it has been started: until then whoever listens on its port is a stranger. */
function connect(host: string, port: number, atOnce: boolean): Redis {
  const redis = new Redis({
    port,
    host,
    lazyConnect: !atOnce,
    protocol: 2,
    enableOfflineQueue: false,
    // Both would ask INFO or CLIENT behind our back, and the counts of the learner's own commands would be wrong.
    enableReadyCheck: false,
    disableClientInfo: true,
    maxRetriesPerRequest: 0,
    retryStrategy: times => (times < quickRetries ? retryDelay : slowRetryDelay),
    // ioredis waits so long for the end of a connection that a dead node ended long ago, and the process with it (2 s when not said).
    disconnectTimeout: retryDelay,
  })
  // A refused connection is no error here: `read` says it.
  redis.on('error', () => undefined)
  return redis
}

/** Why a node does not tell the lab what it asks. */
function whyRefused({message}: Error): Silent['because'] {
  if (/^(NOAUTH|NOPERM)/.test(message)) return 'locked'
  if (message.startsWith('BUSY')) return 'busy'
  return message.startsWith('LOADING') ? 'loading' : 'noAnswer'
}

/** Asks for everything that makes a reading; or why the node does not say it. */
function createReader(
  redis: Redis,
  node: NodeName,
  port: number,
  clustered: boolean,
): (slots: readonly number[]) => Promise<Answered | Silent['because']> {
  let askedOf = ''
  let times = 0
  return async slots => {
    const pipeline = redis.pipeline().info(...infoSections)
    if (clustered) {
      pipeline.cluster('INFO').cluster('NODES')
      for (const slot of slots) pipeline.cluster('COUNTKEYSINSLOT', slot)
    }
    const results = (await pipeline.exec()) ?? []
    const [info, clusterInfo, clusterNodes, ...counts] = results.map(([error, text]) =>
      error ? undefined : String(text),
    )
    if (info === undefined) return whyRefused(results[0]?.[0] ?? new Error('no reply'))
    const cluster = clusterInfo === undefined || clusterNodes === undefined ? {} : {clusterInfo, clusterNodes}
    const slotKeys = Object.fromEntries(counts.map((count, i) => [slots[i], Number(count)]))
    const texts = {node, port, info, ...cluster, slotKeys}
    // An INFO does not count itself yet, so the ones before it are ours.
    const answer = readAnswer({...texts, ownInfos: times})
    const others = answer.calls['info'] ?? 0
    const sameProcess = answer.runId === askedOf
    // A process started again counts from nothing; and so it does after CONFIG RESETSTAT, when fewer were counted than were ours.
    if (!sameProcess) times = 0
    else if (others < 0) times += others
    const ownInfos = times
    askedOf = answer.runId
    times += 1
    return sameProcess && others >= 0 ? answer : readAnswer({...texts, ownInfos})
  }
}

function lateAfter(ms: number): Promise<'late'> {
  return new Promise(resolve => setTimeout(resolve, ms, 'late').unref())
}
