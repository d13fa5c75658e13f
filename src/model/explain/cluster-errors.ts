// What errors of CLUSTER mean: nodes that meet, follow and forget, slots that are given and moved, and the keys that move with them.

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

export const explainNodes: readonly Explanation[] = [
  {
    begins: 'ERR To set a master the node must be empty and without assigned slots',
    here: notEmpty,
    long: 'explain.notEmpty.long',
  },
  {
    begins: 'ERR I can only replicate a master, not a replica',
    here: aboutId('explain.notAMaster', 'CLUSTER NODES'),
    long: 'explain.notAMaster.long',
  },
  {begins: "ERR Can't replicate myself", here: aboutId('explain.itself'), long: 'explain.itself.long'},
  {begins: 'ERR Unknown node …', here: unknownNode, long: 'explain.unknownNode.long'},
  {begins: "ERR I don't know about node …", here: unknownNode, long: 'explain.unknownNode.long'},
  {begins: 'ERR Invalid node address specified: …', here: address, long: 'explain.address.long'},
  {begins: 'ERR Invalid TCP base port specified: …', here: address, long: 'explain.address.long'},
  {begins: 'ERR Invalid base port specified: …', here: address, long: 'explain.address.long'},
  {begins: 'ERR Slot … is already busy', here: slotBusy, long: 'explain.slotBusy.long'},
  {
    begins: 'ERR Slot … is already unassigned',
    here: aboutSlot('explain.slotFree'),
    long: 'explain.slotFree.long',
  },
  {
    begins: 'ERR Slot … specified multiple times',
    here: fixed('explain.slotRange'),
    long: 'explain.slotRange.long',
  },
  {
    begins: 'ERR Invalid or out of range slot',
    here: fixed('explain.slotRange'),
    long: 'explain.slotRange.long',
  },
  {
    begins: 'ERR start slot number … is greater than end slot number …',
    here: fixed('explain.slotRange'),
    long: 'explain.slotRange.long',
  },
  {
    begins: 'ERR Please use SETSLOT only with masters',
    here: setslotOnReplica,
    long: 'explain.setslotReplica.long',
  },
  {begins: "ERR I'm not the owner of hash slot …", here: notOwner, long: 'explain.setslotSide.long'},
  {
    begins: "ERR I'm already the owner of hash slot …",
    here: aboutSlot('explain.isOwner'),
    long: 'explain.setslotSide.long',
  },
  {
    begins: "ERR Can't assign hashslot … to a different node while I still hold keys for this hash slot",
    here: keysLeft,
    long: 'explain.keysLeft.long',
  },
  {
    begins: "ERR CLUSTER RESET can't be called with master nodes containing keys",
    here: resetKeys,
    long: 'explain.resetKeys.long',
  },
  {
    begins: "ERR I tried hard but I can't forget myself",
    here: aboutId('explain.forget'),
    long: 'explain.forget.long',
  },
  {begins: "ERR Can't forget my master", here: aboutId('explain.forget'), long: 'explain.forget.long'},
  {
    begins: 'ERR The user can assign a config epoch only when the node does not know any other node',
    here: aboutId('explain.epoch'),
    long: 'explain.epoch.long',
  },
  {
    begins: 'ERR Node config epoch is already non-zero',
    here: aboutId('explain.epoch'),
    long: 'explain.epoch.long',
  },
  {
    begins: 'BUSYKEY Target key name already exists',
    here: fixed('explain.busykey'),
    long: 'explain.busykey.long',
  },
  {begins: 'IOERR error or timeout', here: ioError, long: 'explain.ioerr.long'},
  {begins: 'NOKEY', here: aboutId('explain.nokey'), long: 'explain.nokey.long'},
]

function fixed(fact: MessageKey): Explanation['here'] {
  return () => ({fact: message(fact)})
}

/** A fact about the node that was asked, and the id that the command ends with. */
function aboutId(fact: MessageKey, next?: string): Explanation['here'] {
  return met => ({fact: message(fact, {node: portHere(met), id: idIn(met.action)}), ...(next && {next})})
}

/** The slot stands in the error's gap. */
function aboutSlot(fact: MessageKey): Explanation['here'] {
  return met => ({fact: message(fact, {node: portHere(met), slot: met.gaps[0] ?? '-'})})
}

/** Forty digits fill a line. */
function idIn(action: Action): string {
  return shortId(commandOf(action).at(-1) ?? '-')
}

function shortId(id: string): string {
  const text = short(id)
  return /^[0-9a-f]{23}/i.test(text) ? `${id.slice(0, 8).toLowerCase()}…` : text
}

function notEmpty(met: ErrorContext): Diagnosis {
  const keys = readingHere(met)?.keys ?? 0
  return {fact: message('explain.notEmpty', {node: portHere(met), slots: slotsHere(met) || '-', keys})}
}

function unknownNode(met: ErrorContext): Diagnosis {
  const id = shortId(met.gaps[0] ?? '')
  return {fact: message('explain.unknownNode', {node: portHere(met), id}), next: 'CLUSTER NODES'}
}

function address(met: ErrorContext): Diagnosis {
  return {
    fact: message('explain.address', {word: short(met.gaps[0] ?? '')}),
    next: 'CLUSTER MEET 127.0.0.1 PORT',
  }
}

function slotBusy(met: ErrorContext): Diagnosis {
  const slot = met.gaps[0] ?? ''
  return {
    fact: message('explain.slotBusy', {slot, owner: ownerOf(met, Number(slot)) ?? '-'}),
    next: 'CLUSTER NODES',
  }
}

function setslotOnReplica(met: ErrorContext): Diagnosis {
  const master = masterHere(met)
  const fact = message('explain.setslotReplica', {node: portHere(met), master: master ?? '-'})
  return {fact, ...nextAt(met, master)}
}

function notOwner(met: ErrorContext): Diagnosis {
  const slot = met.gaps[0] ?? ''
  const owner = ownerOf(met, Number(slot))
  const fact = message('explain.notOwner', {slot, node: portHere(met), owner: owner ?? '-'})
  return {fact, ...nextAt(met, owner)}
}

function keysLeft(met: ErrorContext): Diagnosis {
  const slot = met.gaps[0] ?? ''
  const fact = message('explain.keysLeft', {node: portHere(met), slot})
  return {fact, next: `CLUSTER GETKEYSINSLOT ${slot} 10`}
}

function resetKeys(met: ErrorContext): Diagnosis {
  const keys = readingHere(met)?.keys ?? 0
  return {fact: message('explain.resetKeys', {node: portHere(met), keys}), next: 'FLUSHALL'}
}

function ioError(met: ErrorContext): Diagnosis {
  const [, host = '-', port = '-'] = met.action.do === 'command' ? met.action.words : []
  return {fact: message('explain.ioerr', {node: portHere(met), target: short(`${host}:${port}`)})}
}
