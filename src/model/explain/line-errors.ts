// Explanations of errors about the typed line, transactions and the connection.

import {slotsServedBy} from '../cluster/cluster-view.ts'
import {isSentinel, nodeAt, sentinelsOf} from '../cluster/node.ts'
import {infoSections} from '../cluster/reading.ts'
import {masterName} from '../cluster/sentinel-view.ts'
import {sinceVersion} from '../cluster/versions.ts'
import {commandOf} from '../commands/action.ts'
import {commandInfo} from '../commands/command-table.ts'
import {closestTo} from '../commands/did-you-mean.ts'
import {type MessageKey, message} from '../text/messages.ts'
import {
  commandHere,
  type Diagnosis,
  type ErrorContext,
  type Explanation,
  isPausedAt,
  keySlots,
  portHere,
  readingAt,
  short,
} from './context.ts'
import {answersNow} from './no-longer.ts'
import {wayBack} from './way-back.ts'

export const explainLine: readonly Explanation[] = [
  {begins: 'ERR unknown command', here: unknown, long: 'line-errors.unknown.long', ofTheLine: true},
  {
    begins: "ERR unknown subcommand '…'",
    here: unknownSub,
    long: 'line-errors.subcommand.long',
    ofTheLine: true,
  },
  {
    begins: "ERR wrong number of arguments for '…' command",
    here: wrongNumber,
    long: 'line-errors.arguments.long',
    ofTheLine: true,
  },
  {
    begins: 'ERR syntax error',
    here: here('line-errors.syntax'),
    long: 'line-errors.syntax.long',
    ofTheLine: true,
  },
  {
    begins: 'ERR value is not an integer or out of range',
    here: here('line-errors.number'),
    long: 'line-errors.number.long',
    ofTheLine: true,
  },
  {
    begins: 'WRONGTYPE Operation against a key holding the wrong kind of value',
    here: wrongType,
    long: 'line-errors.wrongtype.long',
    ofTheLine: true,
  },
  {
    begins: 'ERR no such key',
    here: here('line-errors.nokeySuch', 'KEYS *'),
    long: 'line-errors.nokeySuch.long',
    ofTheLine: true,
  },
  {begins: 'EXECABORT', here: here('line-errors.execabort', 'MULTI'), long: 'line-errors.execabort.long'},
  {begins: '(nil)', here: here('line-errors.watched', 'WATCH'), long: 'line-errors.watched.long'},
  {
    begins: 'ERR Command not allowed inside a transaction',
    here: notQueued,
    long: 'line-errors.notQueued.long',
  },
  {
    begins: "ERR Command '…' not allowed inside a transaction",
    here: notQueued,
    long: 'line-errors.notQueued.long',
  },
  {
    begins: 'ERR WATCH inside MULTI is not allowed',
    here: here('line-errors.notQueued', 'EXEC | DISCARD'),
    long: 'line-errors.notQueued.long',
  },
  {
    begins: "ERR Can't execute '…': only",
    here: here('line-errors.subscribed', 'RESET'),
    long: 'line-errors.subscribed.long',
  },
  // Valkey 8.0.0 and 8.0.1; later ones took it back.
  {
    begins: "NOSUB '…' command executed not in subscribed mode",
    here: here('line-errors.notSubscribed', 'SUBSCRIBE CHANNEL'),
    long: 'line-errors.notSubscribed.long',
  },
  {
    begins: 'ERR EXEC without MULTI',
    here: here('line-errors.noMulti', 'MULTI'),
    long: 'line-errors.noMulti.long',
  },
  {begins: 'ERR DISCARD without MULTI', here: here('line-errors.noMulti'), long: 'line-errors.noMulti.long'},
  {
    begins: 'ERR MULTI calls can not be nested',
    here: here('line-errors.multiTwice', 'EXEC | DISCARD'),
    long: 'line-errors.multiTwice.long',
  },
  {
    begins: 'Could not connect to Redis at …',
    here: refused,
    noLonger: answersNow,
    long: 'line-errors.refused.long',
  },
  {
    begins: 'Error: Server closed the connection',
    here: here('line-errors.closed'),
    long: 'line-errors.closed.long',
  },
  {begins: 'Canceled after …', here: cancelled, long: 'line-errors.cancelled.long'},
]

function here(fact: MessageKey, next?: string): Explanation['here'] {
  return context => ({
    fact: message(fact, {node: portHere(context), command: commandHere(context)}),
    ...(next && {next}),
  })
}

/** Valkey 8 and newer have no words of their own for a MULTI within a MULTI. */
function notQueued(context: ErrorContext): Diagnosis {
  const isMulti = commandHere(context) === 'MULTI'
  return here(isMulti ? 'line-errors.multiTwice' : 'line-errors.notQueued', 'EXEC | DISCARD')(context)
}

/** Suggests the nearest command; first of all the two words joined, for `REPLICA OF`, and what CLUSTER or INFO was left out of. */
function unknown(context: ErrorContext): Diagnosis {
  const ofOtherKind = sentinelsOrNodes(context)
  if (ofOtherKind) return ofOtherKind
  const [first = '', second = ''] = commandOf(context.action)
  const names = Object.keys(context.commandTable).filter(name => !name.includes(' '))
  const joined = names.find(name => name === first + second)
  const inCluster = `CLUSTER ${first}` in context.commandTable ? `CLUSTER ${first}` : undefined
  const inInfo = infoSections.some(section => section === first.toLowerCase()) ? `INFO ${first}` : undefined
  const name = joined ?? inCluster ?? inInfo ?? closestTo(first, names)
  const fact = message('line-errors.unknown', {node: portHere(context), command: short(first)})
  const newer = sinceVersion(first)
  if (newer) return {fact, next: message('line-errors.unknown.newer', {versions: newer})}
  return {fact, next: name === undefined ? '/help' : message('line-errors.unknown.meant', {name})}
}

/** Subcommands of `redis-cli --cluster` that the server has no command of the same name for. */
const clusterTools = [
  'CREATE',
  'CHECK',
  'FIX',
  'RESHARD',
  'REBALANCE',
  'ADD-NODE',
  'DEL-NODE',
  'CALL',
  'IMPORT',
]

/** A Sentinel has almost none of a node's commands, and a node no SENTINEL. */
function sentinelsOrNodes(context: ErrorContext): Diagnosis | undefined {
  const {action, roster, commandTable} = context
  const [command = ''] = commandOf(action)
  const node = portHere(context)
  if (isSentinel(action.node, roster)) {
    const isOfNodes = commandTable[command] !== undefined && command !== 'SENTINEL'
    if (!isOfNodes) return undefined
    return {
      fact: message('line-errors.atSentinel', {node, command}),
      next: `SENTINEL GET-MASTER-ADDR-BY-NAME ${masterName}`,
    }
  }
  if (command !== 'SENTINEL') return undefined
  const [sentinel] = sentinelsOf(roster)
  const next = sentinel ? `@${sentinel.port} SENTINEL HELP` : message('line-errors.noSentinels')
  return {fact: message('line-errors.notASentinel', {node}), next}
}

function unknownSub(context: ErrorContext): Diagnosis {
  const [first = '', second = ''] = commandOf(context.action)
  const family = `${first} `
  const subs = Object.keys(context.commandTable)
    .filter(name => name.startsWith(family))
    .map(name => name.slice(family.length))
  const closest = closestTo(second, subs)
  const fact = message('line-errors.subcommand', {command: short(first), word: short(second)})
  // The lab's own command without its slash.
  if (first === 'CLUSTER' && ['ON', 'OFF'].includes(second))
    return {fact, next: `/cluster ${second.toLowerCase()}`}
  if (first === 'CLUSTER' && clusterTools.includes(second))
    return {fact, next: message('line-errors.subcommand.shell', {word: second.toLowerCase()})}
  const newer = sinceVersion(`${first} ${second}`)
  if (newer) return {fact, next: message('line-errors.unknown.newer', {versions: newer})}
  return {
    fact,
    next: closest ? message('line-errors.unknown.meant', {name: family + closest}) : `${short(first)} HELP`,
  }
}

function wrongNumber(context: ErrorContext): Diagnosis {
  const {action, commandTable} = context
  const {name = commandHere(context), info} = commandInfo(commandTable, action) ?? {}
  // Scripts and container commands: the error may name another command than the one typed.
  const named = name.replace(' ', '|').toLowerCase() === context.gaps[0]
  const nameLength = name.split(' ').length
  const given = action.do === 'command' ? action.words.length - nameLength : 0
  if (!info || !named || given < 0)
    return {fact: message('line-errors.arguments', {command: name, actual: Math.max(0, given)})}
  const values = {command: name, actual: given, wanted: Math.abs(info.arity) - nameLength}
  // Of a subcommand the table may know only the least, though the node wants one form of several.
  if (info.arity < 0 && given >= values.wanted) return {fact: message('line-errors.arguments', values)}
  if (info.arity > 0 && values.wanted === 0) return {fact: message('line-errors.arguments.none', values)}
  return {
    fact: message(info.arity < 0 ? 'line-errors.arguments.least' : 'line-errors.arguments.exactly', values),
  }
}

function wrongType(context: ErrorContext): Diagnosis {
  const command = commandHere(context)
  const keys = keySlots(context)
  const [one] = keys
  if (!one || keys.length > 1) return {fact: message('line-errors.wrongtype', {command})}
  return {fact: message('line-errors.wrongtype.key', {command, key: one.key}), next: `TYPE ${one.key}`}
}

function refused(context: ErrorContext): Diagnosis {
  const node = portHere(context)
  const was = readingAt(context, node)?.process.is
  const next = slotsAt(context, node) ? wayBack(context, node) : message('line-errors.refused.start', {node})
  if (was === 'killed') return {fact: message('line-errors.refused.killed', {node}), next}
  if (was === 'stopped') return {fact: message('line-errors.refused.stopped', {node}), next}
  if (was === 'exited') return {fact: message('line-errors.refused.exited', {node}), next}
  return {fact: message('line-errors.refused', {node}), next}
}

/** Whether any node names the node on `port` as an owner of slots: then they are what the learner waits for. */
function slotsAt({now}: ErrorContext, port: number): boolean {
  const name = now && nodeAt(port, now.roster)
  return name !== undefined && slotsServedBy(name, now) !== ''
}

function cancelled(context: ErrorContext): Diagnosis {
  const node = portHere(context)
  if (isPausedAt(context, node))
    return {fact: message('line-errors.cancelled.paused', {node}), next: `/resume ${node}`}
  const command = commandHere(context)
  // After OFF and SKIP the server sends no reply.
  if (command === 'CLIENT REPLY') return {fact: message('line-errors.cancelled.silence', {node, command})}
  const blocks = commandInfo(context.commandTable, context.action)?.info.blocks
  return {fact: message(blocks ? 'line-errors.cancelled.blocking' : 'line-errors.cancelled', {node, command})}
}
