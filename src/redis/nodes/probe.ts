// The lab's own connection to one node, for readings and for the boot. The learner's commands use src/redis/client/connection.ts.

import type {Socket} from 'node:net'
import {Redis} from 'ioredis'
import type {NodeName, RosterNode} from '../../model/cluster/node.ts'
import {infoSection} from '../../model/cluster/parse-info.ts'
import {infoSections, type OwnCalls, readAnswer} from '../../model/cluster/reading.ts'
import {masterName, readSentinelView, type SentinelReplies} from '../../model/cluster/sentinel-view.ts'
import {
  type Answered,
  ownLine,
  type ProcessState,
  type Reading,
  type SentinelReading,
  type Silent,
} from '../../model/cluster/snapshot.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {labLogin} from './lab-user.ts'

export type Probe = Readonly<{
  node: NodeName
  /** Never throws: silence is a reading too. `patience` in ms; the keys of `slots` are counted. */
  read: (process: ProcessState, patience: number, slots?: readonly number[]) => Promise<Reading>
  /** A reading that later silent ones do not quote as the node's last: between two polls a node may have changed, which only the next one may tell. */
  peek: (process: ProcessState, patience: number) => Promise<Reading>
  /**
   * A command of the lab itself, the boot or a test.
   * @throws the error of Redis or of the connection; LabError if a node that hangs has not answered after `callPatience`.
   */
  call: (...words: [string, ...string[]]) => Promise<unknown>
  /** Our address as the node sees it, `127.0.0.1:49012`; undefined while there is no connection. */
  address: () => string | undefined
  close: () => void
}>

/** ms between attempts to connect: fast at first, slower after `quickRetries`. */
const retryDelay = 5
const slowRetryDelay = 100
const quickRetries = 200

/** ms for the reply to a call. A server that hangs keeps its connection open and never answers. */
const callPatience = 10_000

/** ms; a node known to be paused is not waited for. */
const pausedPatience = 20

export function openProbe(roster: RosterNode, clustered: boolean): Probe {
  const {name: node, host, port, own, kind, fromStart} = roster
  // Past the wires: what the lab sees must not depend on what is cut.
  const redis = connect(host, own?.port ?? port, fromStart)
  const source = {redis, node, port, clustered}
  const ask = oneAtATime(kind === 'sentinel' ? () => readSentinel(source) : createReader(source))
  let silentSince: number | undefined
  let last: Answered | undefined

  function silent(process: ProcessState, because: Silent['because']): Silent {
    silentSince ??= Date.now()
    const since = process.endedAt ?? silentSince
    return {is: 'silent', name: node, port, process, because, since, ...(last && lastOf(last))}
  }

  async function peek(
    process: ProcessState,
    patience: number,
    slots: readonly number[] = [],
  ): Promise<Reading> {
    const wait = process.is === 'paused' ? pausedPatience : patience
    const paused = process.is === 'paused'
    if (process.is === 'absent') return silent(process, 'notStarted')
    if (['killed', 'stopped', 'exited'].includes(process.is)) return silent(process, 'notRunning')
    if (redis.status === 'wait') redis.connect().catch(() => undefined)
    if (redis.status !== 'ready') return silent(process, paused ? 'paused' : 'refused')
    const answer = await ask(slots, wait)
    if (answer === 'late') return silent(process, paused ? 'paused' : 'noAnswer')
    // If the connection ended meanwhile, the process is ending; its exit will be reported soon.
    if (typeof answer === 'string') return silent(process, redis.status === 'ready' ? answer : 'refused')
    if (process.pid !== undefined && answer.process.pid !== process.pid) return silent(process, 'stranger')
    silentSince = undefined
    return answer
  }

  async function read(...how: Parameters<Probe['read']>): Promise<Reading> {
    const reading = await peek(...how)
    if (reading.is === 'answered') last = reading
    return reading
  }

  return {
    node,
    read,
    peek,
    call: callerOf(source),
    address: () => addressOf(redis),
    close: () => redis.disconnect(),
  }
}

function callerOf({redis, port}: Source): Probe['call'] {
  return async (...words) => {
    const reply = await answerWithin(redis.call(...words), callPatience)
    if (reply !== 'late') return reply
    const command = words.slice(0, 3).join(' ')
    throw new LabError('error.noReply', {port, command, seconds: callPatience / 1000})
  }
}

type Answer = Answered | SentinelReading | Silent['because']
type RequestReading = (slots: readonly number[]) => Promise<Answer>

/** One request at a time: a node paused for an hour must not wake up to an hour of requests. */
function oneAtATime(requestReading: RequestReading) {
  let current: {readonly answer: Promise<Answer>; isLate: boolean} | undefined
  async function answered(patience: number): Promise<Answer | 'late'> {
    const request = current
    if (!request || request.isLate) return 'late'
    const answer = await answerWithin(request.answer, patience)
    request.isLate = answer === 'late'
    return answer
  }
  return async (slots: readonly number[], patience: number): Promise<Answer | 'late'> => {
    // One that another reader still waits for; one that a reader has given up on will not be faster now.
    while (current) if ((await answered(patience)) === 'late') return 'late'
    const answer = requestReading(slots)
      .catch((error: Error) => whyRefused(error))
      .finally(() => {
        current = undefined
      })
    current = {answer, isLate: false}
    return answered(patience)
  }
}

function lastOf(answer: Answered): Pick<Silent, 'lastSaid' | 'last'> {
  const {runId, keys, expires, replication, stats, cluster} = answer
  const {id, masterId} = ownLine(answer) ?? {}
  const ids = {...(id !== undefined && {id}), ...(masterId !== undefined && {masterId})}
  const kept = {runId, keys, ...(expires !== undefined && {expires}), stats, ...(cluster && {cluster})}
  return {lastSaid: replication, last: {...kept, ...ids}}
}

function addressOf(redis: Redis): string | undefined {
  const {localPort} = (redis.stream as Socket | undefined) ?? {}
  return localPort === undefined ? undefined : `127.0.0.1:${localPort}`
}

/** Connects to a spare only after its start: until then a process that listens on its port is not the lab's. */
function connect(host: string, port: number, atOnce: boolean): Redis {
  const redis = new Redis({
    port,
    host,
    lazyConnect: !atOnce,
    protocol: 2,
    enableOfflineQueue: false,
    // Either would send INFO or CLIENT, and the counts of the learner's own commands would be wrong.
    enableReadyCheck: false,
    disableClientInfo: true,
    maxRetriesPerRequest: 0,
    retryStrategy: times => (times < quickRetries ? retryDelay : slowRetryDelay),
    // The default of 2 s would keep our process waiting for connections to dead nodes.
    disconnectTimeout: retryDelay,
  })
  // A refused connection is not an error here: `read` reports it.
  redis.on('error', () => undefined)
  return redis
}

/** Why a node refuses to answer the lab. */
function whyRefused({message}: Error): Silent['because'] {
  if (/^(NOAUTH|NOPERM)/.test(message)) return 'locked'
  if (message.startsWith('BUSY')) return 'busy'
  return message.startsWith('LOADING') ? 'loading' : 'noAnswer'
}

/** Reads what a Sentinel knows. It has no INFO replication and counts no commands. */
async function readSentinel({redis, node, port}: Source): Promise<Answer> {
  const pipeline = redis.pipeline().info('server').call('SENTINEL', 'MYID')
  for (const what of ['MASTER', 'REPLICAS', 'SENTINELS']) pipeline.call('SENTINEL', what, masterName)
  const [info, id, ...lists] = (await pipeline.exec()) ?? []
  if (!info || info[0]) return whyRefused(info?.[0] ?? new Error('no reply'))
  const {process_id: pid, run_id: runId = ''} = infoSection(String(info[1]), 'Server')
  const [master, replicas, sentinels] = lists.map(([error, list]) => (error ? undefined : list))
  return {
    is: 'sentinel',
    name: node,
    port,
    process: {is: 'running', pid: Number(pid)},
    runId,
    view: readSentinelView({id: String(id?.[1]), master, replicas, sentinels} as SentinelReplies),
  }
}

type Source = Readonly<{redis: Redis; node: NodeName; port: number; clustered: boolean}>

/** Returns a function that requests everything a reading needs; it resolves to the reading, or to why the node refuses. */
function createReader({redis, node, port, clustered}: Source): RequestReading {
  let lastRunId = ''
  let own: OwnCalls = {info: 0, 'cluster|nodes': 0}
  let refused = {before: 0, since: 0}
  const logIn = loginOf(redis)

  async function requestReading(slots: readonly number[]): Promise<Answer> {
    const pipeline = redis.pipeline().info(...infoSections)
    if (clustered) {
      pipeline.cluster('INFO').cluster('NODES')
      for (const slot of slots) pipeline.cluster('COUNTKEYSINSLOT', slot)
    }
    const results = (await pipeline.exec()) ?? []
    const [info, clusterInfo, clusterNodes, ...counts] = results.map(([error, text]) =>
      error ? undefined : String(text),
    )
    refused.since += results.filter(([error]) => error?.message.startsWith('NOAUTH')).length
    if (info === undefined) return whyRefused(results[0]?.[0] ?? new Error('no reply'))
    const cluster = clusterInfo === undefined || clusterNodes === undefined ? {} : {clusterInfo, clusterNodes}
    const slotKeys = Object.fromEntries(counts.map((count, i) => [slots[i], Number(count)]))
    const texts = {node, port, info, ...cluster, slotKeys}
    // INFO comes first and does not count itself, so only earlier readings are in its counts.
    const {runId, calls} = readAnswer({...texts, own})
    const before = ownCallsIn(own, calls, runId === lastRunId)
    refused = {before: (runId === lastRunId ? refused.before : 0) + refused.since, since: 0}
    lastRunId = runId
    own = {
      info: before.info + 1,
      'cluster|nodes': before['cluster|nodes'] + (clusterNodes === undefined ? 0 : 1),
    }
    return readAnswer({...texts, own: before, refused: refused.before})
  }

  return async slots => {
    const answer = await requestReading(slots)
    return answer === 'locked' && (await logIn()) ? requestReading(slots) : answer
  }
}

/**
 * Logs in as the lab's own user, once on each connection, and only where the default user is refused: what listens on the port of a node that
 * has moved away gets the password, which is random and of this lab alone, only if it asks for one. A learner may have deleted the user.
 */
function loginOf(redis: Redis): () => Promise<boolean> {
  let mayTry = true
  redis.on('ready', () => {
    mayTry = true
  })
  return async () => {
    if (!mayTry) return false
    mayTry = false
    return redis.call(...labLogin).then(
      () => true,
      () => false,
    )
  }
}

/** Our calls that the node's counts include. A restarted process counts from zero; so does CONFIG RESETSTAT: then it counted fewer than we sent. */
function ownCallsIn(sent: OwnCalls, calls: Answered['calls'], sameProcess: boolean): OwnCalls {
  if (!sameProcess) return {info: 0, 'cluster|nodes': 0}
  return {
    info: sent.info + Math.min(0, calls['info'] ?? 0),
    'cluster|nodes': sent['cluster|nodes'] + Math.min(0, calls['cluster|nodes'] ?? 0),
  }
}

/** ms by which a timer may be late; if it is later, this process itself was held up, and the answer may be waiting to be read. */
const usualLateness = 50

/** `late` if there is no answer in time; but a process that was held up gives it a second time to arrive. `ms`: patience. */
export async function answerWithin<Value>(requested: Promise<Value>, ms: number): Promise<Value | 'late'> {
  const from = Date.now()
  const answer = await Promise.race([requested, lateAfter(ms)])
  const wasHeldUp = Date.now() - from > ms + usualLateness
  return answer === 'late' && wasHeldUp ? Promise.race([requested, lateAfter(ms)]) : answer
}

function lateAfter(ms: number): Promise<'late'> {
  return new Promise(resolve => setTimeout(resolve, ms, 'late').unref())
}
