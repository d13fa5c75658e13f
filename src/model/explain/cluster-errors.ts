// Explanations of cluster errors: nodes that meet, replicate and forget each other; slots that are assigned and moved; MIGRATE.

import {namedOwner} from '../cluster/claims.ts'
import {portOfLine} from '../cluster/cluster-view.ts'
import {type Action, commandOf} from '../commands/action.ts'
import {type MessageKey, message} from '../text/messages.ts'
import {
  type Diagnosis,
  type ErrorContext,
  type Explanation,
  masterHere,
  nextAt,
  ownerOf,
  portHere,
  readingHere,
  short,
  slotsHere,
} from './context.ts'
import {isMasterNow} from './no-longer.ts'

export const explainNodes: readonly Explanation[] = [
  {
    begins: 'ERR To set a master the node must be empty and without assigned slots',
    here: notEmpty,
    long: 'cluster-errors.notEmpty.long',
  },
  {
    begins: 'ERR I can only replicate a master, not a replica',
    here: aboutId('cluster-errors.notAMaster', 'CLUSTER NODES'),
    long: 'cluster-errors.notAMaster.long',
  },
  {
    begins: "ERR Can't replicate myself",
    here: aboutId('cluster-errors.itself'),
    long: 'cluster-errors.itself.long',
  },
  // Valkey 9, of CLUSTER SETSLOT.
  {
    begins: 'ERR Target node is myself',
    here: aboutId('cluster-errors.itself'),
    long: 'cluster-errors.setslotSide.long',
  },
  {begins: 'ERR Unknown node …', here: unknownNode, long: 'cluster-errors.unknownNode.long'},
  {begins: "ERR I don't know about node …", here: unknownNode, long: 'cluster-errors.unknownNode.long'},
  {begins: 'ERR Invalid node address specified: …', here: address, long: 'cluster-errors.address.long'},
  {begins: 'ERR Invalid TCP base port specified: …', here: address, long: 'cluster-errors.address.long'},
  {begins: 'ERR Invalid base port specified: …', here: address, long: 'cluster-errors.address.long'},
  {begins: 'ERR Cluster bus port number is out of range', here: address, long: 'cluster-errors.address.long'},
  {begins: 'ERR Slot … is already busy', here: slotBusy, long: 'cluster-errors.slotBusy.long'},
  {
    begins: 'ERR Slot … is already unassigned',
    here: aboutSlot('cluster-errors.slotFree'),
    long: 'cluster-errors.slotFree.long',
  },
  {
    begins: 'ERR Slot … specified multiple times',
    here: fixed('cluster-errors.slotRange'),
    long: 'cluster-errors.slotRange.long',
  },
  {
    begins: 'ERR Invalid or out of range slot',
    here: fixed('cluster-errors.slotRange'),
    long: 'cluster-errors.slotRange.long',
  },
  {
    begins: 'ERR start slot number … is greater than end slot number …',
    here: fixed('cluster-errors.slotRange'),
    long: 'cluster-errors.slotRange.long',
  },
  {
    begins: 'ERR Please use SETSLOT only with masters',
    here: setslotOnReplica,
    noLonger: isMasterNow,
    long: 'cluster-errors.setslotReplica.long',
  },
  {begins: "ERR I'm not the owner of hash slot …", here: notOwner, long: 'cluster-errors.setslotSide.long'},
  {
    begins: "ERR I'm already the owner of hash slot …",
    here: aboutSlot('cluster-errors.isOwner'),
    long: 'cluster-errors.setslotSide.long',
  },
  {
    begins: "ERR Can't assign hashslot … to a different node while I still hold keys for this hash slot",
    here: keysLeft,
    long: 'cluster-errors.keysLeft.long',
  },
  {
    begins: "ERR CLUSTER RESET can't be called with master nodes containing keys",
    here: resetKeys,
    long: 'cluster-errors.resetKeys.long',
  },
  {
    begins: "ERR I tried hard but I can't forget myself",
    here: aboutId('cluster-errors.forget'),
    long: 'cluster-errors.forget.long',
  },
  {
    begins: "ERR Can't forget my master",
    here: aboutId('cluster-errors.forget'),
    long: 'cluster-errors.forget.long',
  },
  {
    begins: 'ERR The user can assign a config epoch only when the node does not know any other node',
    here: aboutId('cluster-errors.epoch'),
    long: 'cluster-errors.epoch.long',
  },
  {
    begins: 'ERR Node config epoch is already non-zero',
    here: aboutId('cluster-errors.epoch'),
    long: 'cluster-errors.epoch.long',
  },
  {
    begins: 'BUSYKEY Target key name already exists',
    here: fixed('cluster-errors.busykey'),
    long: 'cluster-errors.busykey.long',
  },
  {begins: 'IOERR error or timeout', here: ioError, long: 'cluster-errors.ioerr.long'},
  {begins: 'NOKEY', here: aboutId('cluster-errors.nokey'), long: 'cluster-errors.nokey.long'},
]

function fixed(fact: MessageKey): Explanation['here'] {
  return () => ({fact: message(fact)})
}

/** A fact about the node that replied and about the node id at the command's end. */
function aboutId(fact: MessageKey, next?: string): Explanation['here'] {
  return context => ({
    fact: message(fact, {node: portHere(context), id: idIn(context.action)}),
    ...(next && {next}),
  })
}

/** A fact about the slot in the error's first gap. */
function aboutSlot(fact: MessageKey): Explanation['here'] {
  return context => ({fact: message(fact, {node: portHere(context), slot: context.gaps[0] ?? '-'})})
}

/** Shortens the id: its forty digits would fill a line. */
function idIn(action: Action): string {
  return shortId(commandOf(action).at(-1) ?? '-')
}

function shortId(id: string): string {
  const text = short(id)
  return /^[0-9a-f]{23}/i.test(text) ? `${id.slice(0, 8).toLowerCase()}…` : text
}

function notEmpty(context: ErrorContext): Diagnosis {
  const keys = readingHere(context)?.keys ?? 0
  return {
    fact: message('cluster-errors.notEmpty', {
      node: portHere(context),
      slots: slotsHere(context) || '-',
      keys,
    }),
  }
}

function unknownNode(context: ErrorContext): Diagnosis {
  const id = shortId(context.gaps[0] ?? '')
  return {fact: message('cluster-errors.unknownNode', {node: portHere(context), id}), next: 'CLUSTER NODES'}
}

function address(context: ErrorContext): Diagnosis {
  // Not every server repeats the address that it refuses.
  const word = context.gaps[0] ?? commandOf(context.action).slice(2, 4).join(':')
  return {
    fact: message('cluster-errors.address', {word: short(word)}),
    next: 'CLUSTER MEET 127.0.0.1 PORT',
  }
}

function slotBusy(context: ErrorContext): Diagnosis {
  const slot = context.gaps[0] ?? ''
  const owner = ownerOf(context, Number(slot))
  const reading = readingHere(context)
  const named = reading && namedOwner(reading, Number(slot))
  if (owner !== undefined || !named || !context.now)
    return {
      fact: message('cluster-errors.slotBusy', {slot, owner: owner ?? '-'}),
      next: 'CLUSTER NODES',
    }
  const values = {slot, node: portHere(context), owner: portOfLine(named, context.now)}
  return {
    fact: message('cluster-errors.slotBusy.disowned', values),
    next: message('cluster-errors.slotBusy.next', values),
  }
}

function setslotOnReplica(context: ErrorContext): Diagnosis {
  const master = masterHere(context)
  const fact = message('cluster-errors.setslotReplica', {node: portHere(context), master: master ?? '-'})
  return {fact, ...nextAt(context, master)}
}

function notOwner(context: ErrorContext): Diagnosis {
  const slot = context.gaps[0] ?? ''
  const owner = ownerOf(context, Number(slot))
  const fact = message('cluster-errors.notOwner', {slot, node: portHere(context), owner: owner ?? '-'})
  return {fact, ...nextAt(context, owner)}
}

function keysLeft(context: ErrorContext): Diagnosis {
  const slot = context.gaps[0] ?? ''
  const fact = message('cluster-errors.keysLeft', {node: portHere(context), slot})
  return {fact, next: `CLUSTER GETKEYSINSLOT ${slot} 10`}
}

function resetKeys(context: ErrorContext): Diagnosis {
  const keys = readingHere(context)?.keys ?? 0
  return {
    fact: message('cluster-errors.resetKeys', {node: portHere(context), keys}),
    next: message('cluster-errors.resetKeys.next', {keys}),
  }
}

function ioError(context: ErrorContext): Diagnosis {
  const [, host = '-', port = '-'] = context.action.do === 'command' ? context.action.words : []
  return {fact: message('cluster-errors.ioerr', {node: portHere(context), target: short(`${host}:${port}`)})}
}
