// Explanations of replication errors: replicas that refuse writes, REPLICAOF and failovers.

import {textOf} from '../protocol/bytes.ts'
import {type MessageKey, message} from '../text/messages.ts'
import {
  commandHere,
  type Diagnosis,
  type ErrorContext,
  type Explanation,
  isDownAt,
  isPausedAt,
  masterHere,
  nextAt,
  originHere,
  portHere,
  readingHere,
  replicasOf,
  short,
} from './context.ts'
import {answersNow, isLinkedNow, isMasterNow, isReplicaNow, needsNoReplicasNow} from './no-longer.ts'
import {backLine} from './way-back.ts'

export const explainReplicas: readonly Explanation[] = [
  {
    begins: "READONLY You can't write against a read only replica",
    here: readOnly,
    noLonger: isMasterNow,
    long: 'replication-errors.readonly.long',
  },
  {
    begins: 'MASTERDOWN Link with MASTER is down',
    here: masterDown,
    noLonger: isLinkedNow,
    long: 'replication-errors.masterdown.long',
  },
  {
    begins: 'NOREPLICAS Not enough good replicas to write',
    here: noReplicas,
    noLonger: needsNoReplicasNow,
    long: 'replication-errors.noreplicas.long',
  },
  {
    begins: "NOMASTERLINK Can't SYNC while not connected with my master",
    here: noMasterLink,
    noLonger: isLinkedNow,
    long: 'replication-errors.nomasterlink.long',
  },
  // Valkey replies with its own name in place of Redis.
  {
    begins: 'LOADING … is loading the dataset in memory',
    here: here('replication-errors.loading', 'INFO persistence'),
    noLonger: answersNow,
    long: 'replication-errors.loading.long',
  },
  {
    begins: 'UNBLOCKED client unblocked via CLIENT UNBLOCK',
    here: here('replication-errors.clientUnblock'),
    long: 'replication-errors.clientUnblock.long',
  },
  {begins: 'UNBLOCKED', here: unblocked, long: 'replication-errors.unblocked.long'},
  {
    begins: 'ERR REPLICAOF not allowed in cluster mode',
    here: here('replication-errors.noReplicaof', 'CLUSTER REPLICATE ID'),
    long: 'replication-errors.noReplicaof.long',
  },
  {
    begins: 'ERR FAILOVER not allowed in cluster mode',
    here: swap('replication-errors.noFailover'),
    long: 'replication-errors.noFailover.long',
  },
  {
    begins: 'ERR You should send CLUSTER FAILOVER to a replica',
    here: swap('replication-errors.failoverOnMaster'),
    noLonger: isReplicaNow,
    long: 'replication-errors.failoverOnMaster.long',
  },
  {
    begins: 'ERR Master is down or failed, please use CLUSTER FAILOVER FORCE',
    here: atMaster('replication-errors.failoverDead', 'CLUSTER FAILOVER FORCE'),
    noLonger: isLinkedNow,
    long: 'replication-errors.failoverDead.long',
  },
  {
    begins: 'ERR FAILOVER is not valid when server is a replica',
    here: atMaster('replication-errors.failoverOnReplica'),
    noLonger: isMasterNow,
    long: 'replication-errors.failoverOnReplica.long',
  },
  {
    begins: 'ERR FAILOVER requires connected replicas',
    here: here('replication-errors.failoverAlone'),
    long: 'replication-errors.failoverOnReplica.long',
  },
  {
    begins: 'ERR FAILOVER target HOST and PORT is not a replica',
    here: here('replication-errors.failoverAlone'),
    long: 'replication-errors.failoverOnReplica.long',
  },
  {
    begins: 'ERR WAIT cannot be used with replica instances',
    here: atMaster('replication-errors.waitOnReplica'),
    noLonger: isMasterNow,
    long: 'replication-errors.waitOnReplica.long',
  },
  {
    begins: 'ERR WAITAOF cannot be used with replica instances',
    here: atMaster('replication-errors.waitAofOnReplica'),
    noLonger: isMasterNow,
    long: 'replication-errors.waitOnReplica.long',
  },
  {
    begins: 'ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled',
    here: here('replication-errors.waitAofWithoutFile', 'CONFIG SET appendonly yes'),
    long: 'replication-errors.waitAofWithoutFile.long',
  },
  {begins: 'ERR Invalid master port', here: masterPort, long: 'replication-errors.masterPort.long'},
]

/** A fact about the node that replied. */
function here(fact: MessageKey, next?: string): Explanation['here'] {
  return context => ({fact: message(fact, {node: portHere(context)}), ...(next && {next})})
}

/** A fact about the node that replied and its master; without `next` it suggests sending the command to the master. */
function atMaster(fact: MessageKey, next?: string): Explanation['here'] {
  return context => {
    const origin = originHere(context)
    if (origin?.is === 'ring') return ring(context, origin.ports)
    const master = origin?.port
    const whole = message(fact, {node: portHere(context), master: master ?? '-'})
    return {fact: whole, ...(next ? {next} : nextAt(context, master))}
  }
}

/** A fact about a master; suggests CLUSTER FAILOVER on one of its replicas. */
function swap(fact: MessageKey): Explanation['here'] {
  return context => {
    const [replica] = replicasOf(context, portHere(context)).filter(port => !isDownAt(context, port))
    const next = replica === undefined ? {} : {next: `@${replica} CLUSTER FAILOVER`}
    return {fact: message(fact, {node: portHere(context)}), ...next}
  }
}

/** The way to a master leads through all replicas in between; nodes that follow each other have none. */
function readOnly(context: ErrorContext): Diagnosis {
  const node = portHere(context)
  const origin = originHere(context)
  if (!origin) return {fact: message('replication-errors.readonly.plain', {node})}
  if (origin.is === 'ring') return ring(context, origin.ports)
  const middle = masterHere(context) ?? '-'
  const values = {node, middle, master: origin.port}
  const fact = message(
    origin.port === middle ? 'replication-errors.readonly' : 'replication-errors.readonly.chain',
    values,
  )
  const isAway = isDownAt(context, origin.port) || isPausedAt(context, origin.port)
  return isAway ? {fact, next: backLine(context, origin.port)} : {fact, ...nextAt(context, origin.port)}
}

/** No node of a ring is a master; one of them must become one. */
function ring(context: ErrorContext, ports: readonly number[]): Diagnosis {
  const [first = portHere(context)] = ports
  const next = `@${first} REPLICAOF NO ONE`
  if (ports.length === 1) return {fact: message('replication-errors.ring.itself', {node: first}), next}
  const path = [...ports, first].join(' → ')
  return {fact: message('replication-errors.ring', {path}), next}
}

function masterDown(context: ErrorContext): Diagnosis {
  const origin = originHere(context)
  if (origin?.is === 'ring') return ring(context, origin.ports)
  const master = masterHere(context)
  const next = master !== undefined && isDownAt(context, master) ? `/start ${master}` : 'INFO replication'
  return {
    fact: message('replication-errors.masterdown', {node: portHere(context), master: master ?? '-'}),
    next,
  }
}

function noMasterLink(context: ErrorContext): Diagnosis {
  const origin = originHere(context)
  if (origin?.is === 'ring') return ring(context, origin.ports)
  return {fact: message('replication-errors.nomasterlink', {node: portHere(context)})}
}

/** In Valkey 8 and later CLUSTER SETSLOT waits for the replicas, and gives up with the same error. */
function noReplicas(context: ErrorContext): Diagnosis {
  if (commandHere(context) === 'CLUSTER SETSLOT')
    return {
      fact: message('replication-errors.noreplicas.setslot', {node: portHere(context)}),
      next: 'INFO replication',
    }
  const good = Number(readingHere(context)?.replication['min_slaves_good_slaves'] ?? 0)
  const next = 'CONFIG SET min-replicas-to-write 0'
  return {fact: message('replication-errors.noreplicas', {node: portHere(context), good}), next}
}

function unblocked(context: ErrorContext): Diagnosis {
  const fact = message('replication-errors.unblocked', {
    node: portHere(context),
    command: commandHere(context),
  })
  const origin = originHere(context)
  return {fact, ...nextAt(context, origin?.is === 'ring' ? undefined : origin?.port)}
}

function masterPort(context: ErrorContext): Diagnosis {
  return {
    fact: message('replication-errors.masterPort', {
      word: short(textOf(context.action.do === 'command' ? (context.action.words[2] ?? '-') : '-')),
    }),
  }
}
