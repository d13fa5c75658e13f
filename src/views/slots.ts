// The nodes pane as slots: a bar of all 16384 by owner, the slots in migration, the slot of the last key, and the last redirect.

import {hasSlot, slotCount} from '../model/cluster/hash-slot.ts'
import {portOf} from '../model/cluster/node.ts'
import {ownerOf, ownerWords, type SlotMap, slotMapOf} from '../model/cluster/slot-map.ts'
import {textOf} from '../model/protocol/bytes.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {lastKeyOf, lastRedirectOf} from '../model/state/transcript.ts'
import {letterAt, tagTone} from './draw/letter-tag.ts'
import type {Style} from './draw/style.ts'
import {cutTo, emptyLine, type Line, line, span, type Tone} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'

export function slotsView(state: LabState, style: Style, width: number): readonly Line[] {
  const {snapshot, node, roster} = state
  if (!snapshot) return []
  const map = slotMapOf(snapshot, node)
  if (!map) {
    const clustered = snapshot.stage !== 'standalone'
    const words = style.text(clustered ? 'slots.silent' : 'slots.none', {port: portOf(node, roster)})
    return wrap([span(words)], width)
  }
  const used = lastKeyOf(state)
  const lines = [
    ...barLines(map, used?.slot, width),
    ...ownerLines(map, style),
    ...movingLines(map, style),
    emptyLine,
    ...(used ? [keyLine(map, used, style)] : []),
    ...pathLines(state, style),
  ]
  return lines.map(words => cutTo(words, width))
}

/** One cell for an equal share of the slots; below, a pointer to the slot of the last key. */
function barLines(map: SlotMap, slot: number | undefined, width: number): readonly Line[] {
  const cells = Math.min(width, 128)
  const perCell = slotCount / cells
  const bar = Array.from({length: cells}, (_, i) => {
    const at = Math.floor((i + 0.5) * perCell)
    const owner = map.owners.findIndex(({ranges}) => hasSlot(ranges, at))
    const moves = map.moving.some(move => Math.floor(move.slot / perCell) === i)
    if (moves) return span('>', 'changed')
    return owner < 0 ? span('_', 'bad') : span(letterAt(owner), toneOf(map, owner))
  })
  if (slot === undefined) return [bar]
  return [bar, [span(`${' '.repeat(Math.floor(slot / perCell))}^`, 'bright')]]
}

function ownerLines(map: SlotMap, style: Style): readonly Line[] {
  const owners = map.owners.map((owner, i): Line => {
    const [letter, text] = [`${letterAt(i)} `, style.translate(ownerWords(owner))]
    if (owner.keys !== undefined) return [span(letter, tagTone(i)), span(text)]
    return line(`${letter}${text} ${style.sign('down')}`, 'bad')
  })
  const nobody = line(`_ ${style.text('slots.nobody', {count: map.missing})}`, 'bad')
  return map.missing > 0 ? [...owners, nobody] : owners
}

/** An owner that does not answer has the tone of a fault instead of its own. */
function toneOf({owners}: SlotMap, i: number): Tone {
  return owners[i]?.keys === undefined ? 'bad' : tagTone(i)
}

function movingLines({moving}: SlotMap, style: Style): readonly Line[] {
  return moving.map(move => line(`> ${style.text('slots.migrating', move)}`, 'warn'))
}

function keyLine(map: SlotMap, {key, slot}: NonNullable<ReturnType<typeof lastKeyOf>>, style: Style): Line {
  const owner = ownerOf(map, slot)
  const values = {key: textOf(key), slot, port: owner?.port ?? ''}
  return line(`^ ${style.text(owner ? 'slots.key' : 'slots.keyNobody', values)}`)
}

function pathLines(state: LabState, style: Style): readonly Line[] {
  const redirect = lastRedirectOf(state)
  if (!redirect) return []
  const ports = [portOf(redirect.from, state.roster), ...redirect.hops.map(({port}) => port)]
  return [line(style.text('slots.path', {path: ports.join(' → '), redirect: redirect.text}))]
}
