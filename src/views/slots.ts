// The nodes pane as slots: a bar of all 16384 by owner, the slots in migration, the slot of the last key, and the last redirect.

import {hasSlot, slotCount} from '../model/cluster/hash-slot.ts'
import {portOf} from '../model/cluster/node.ts'
import {ownerOf, ownerState, type SlotMap, slotMapOf, slotTroubles} from '../model/cluster/slot-map.ts'
import {isClustered} from '../model/cluster/snapshot.ts'
import {textOf} from '../model/protocol/bytes.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {lastKeyOf, lastRedirectOf} from '../model/state/transcript.ts'
import type {Message} from '../model/text/messages.ts'
import {letterAt, tagTone} from './draw/letter-tag.ts'
import type {Style} from './draw/style.ts'
import {cutTo, emptyLine, type Line, line, type Span, span, type Tone} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {tableOf} from './table.ts'

/** `causes`: also what is wrong with slots, below their owners. */
export function slotsView(state: LabState, style: Style, width: number, causes = true): readonly Line[] {
  const {snapshot, node, roster} = state
  if (!snapshot) return []
  const map = slotMapOf(snapshot, node)
  if (!map) {
    const clustered = isClustered(snapshot.stage)
    const words = style.text(clustered ? 'slots.silent' : 'slots.none', {port: portOf(node, roster)})
    return wrap([span(words)], width)
  }
  const used = lastKeyOf(state)
  const lastCommand = [...(used ? [keyLine(map, used, style)] : []), ...pathLines(state, style)]
  const lines = [
    ...barLines(map, used?.slot, style, width),
    ...ownerLines(map, style, width),
    ...(causes ? troubleLines(slotTroubles(snapshot, map), style, width) : []),
    ...(lastCommand.length > 0 ? [emptyLine, ...lastCommand] : []),
  ]
  return lines.map(words => cutTo(words, width))
}

/** Without colors, neighbors differ by their shade. */
const shades = ['█', '▓', '▒', '░']

/** The sign of an owner's slots: a block, or a letter without UTF-8. */
function shadeOf(i: number, {theme: {unicode, color}}: Style): string {
  if (!unicode) return letterAt(i)
  return color ? '█' : (shades[i % shades.length] ?? '█')
}

/** One cell for an equal share of the slots, with each owner's port in its share; below, a pointer to the slot of the last key. */
function barLines(map: SlotMap, slot: number | undefined, style: Style, width: number): readonly Line[] {
  const cells = Math.min(width, 128)
  const perCell = slotCount / cells
  const owned = Array.from({length: cells}, (_, i) => {
    if (map.moving.some(move => Math.floor(move.slot / perCell) === i)) return 'moves'
    return map.owners.findIndex(({ranges}) => hasSlot(ranges, Math.floor((i + 0.5) * perCell)))
  })
  const ports = portsIn(owned, map)
  const bar = owned.map((owner, i): Span => {
    const port = ports.get(i)
    if (port !== undefined) return span(port, 'bright')
    if (owner === 'moves') return span('>', 'changed')
    return owner < 0 ? span('_', 'bad') : span(shadeOf(owner, style), toneOf(map, owner))
  })
  if (slot === undefined) return [bar, emptyLine]
  const indent = ' '.repeat(Math.floor(slot / perCell))
  return [bar, [span(indent + style.sign('pointer'), 'bright')]]
}

/** The characters of ` 6379 ` by cell, behind the first cell of each owner's first run that has room for it. */
function portsIn(owned: readonly (number | 'moves')[], {owners}: SlotMap): ReadonlyMap<number, string> {
  const characters = owners.flatMap(({port}, owner) => {
    const label = ` ${port} `
    const start = owned.findIndex((_, i) =>
      Array.from({length: label.length + 2}).every((_, n) => owned[i + n] === owner),
    )
    return start < 0 ? [] : [...label].map((character, n) => [start + 1 + n, character] as const)
  })
  return new Map(characters)
}

function ownerLines(map: SlotMap, style: Style, width: number): readonly Line[] {
  const {owners} = map
  const states = owners.map(owner => {
    const words = span(style.translate(ownerState(owner)), owner.is === 'silent' ? 'bad' : 'plain')
    return owner.is === 'silent' ? [span(`${style.sign('down')} `, 'bad'), words] : [words]
  })
  const rows = tableOf(
    [
      {title: emptyLine, least: 1, cells: owners.map((_, i) => [span(shadeOf(i, style), toneOf(map, i))])},
      {title: emptyLine, least: 4, cells: owners.map(({port}) => line(String(port), 'bright')), joined: true},
      {title: emptyLine, least: 11, cells: owners.map(({ranges}) => line(ranges.join(' ')))},
      {
        title: emptyLine,
        least: 10,
        right: true,
        cells: owners.map(({count}) => line(style.text('slots.count', {count}))),
      },
      {title: emptyLine, least: 6, cells: states},
    ],
    {width, headed: false},
  )
  const nobody = line(`_ ${style.text('slots.nobody', {count: map.missing})}`, 'bad')
  return map.missing > 0 ? [...rows, nobody] : rows
}

/** An owner that does not answer has the tone of a fault instead of its own. */
function toneOf({owners}: SlotMap, i: number): Tone {
  return owners[i]?.is === 'silent' ? 'bad' : tagTone(i)
}

function troubleLines(troubles: readonly Message[], style: Style, width: number): readonly Line[] {
  return troubles.flatMap(one => wrap([span('>', 'changed'), span(` ${style.translate(one)}`)], width, 2))
}

function keyLine(map: SlotMap, {key, slot}: NonNullable<ReturnType<typeof lastKeyOf>>, style: Style): Line {
  const owner = ownerOf(map, slot)
  const values = {key: textOf(key), slot, port: owner?.port ?? ''}
  return line(`${style.sign('pointer')} ${style.text(owner ? 'slots.key' : 'slots.keyNobody', values)}`)
}

/** Each node with the redirect that it returned. */
function pathLines(state: LabState, style: Style): readonly Line[] {
  const path = lastRedirectOf(state)
  if (!path) return []
  const {from, followed, shown} = path
  const ports = [portOf(from, state.roster), ...followed.map(({port}) => port)]
  const nodes = ports.map((port, i) => {
    const redirect = followed[i]
    if (redirect) return `${port} (${redirect.is})`
    return shown ? style.text('slots.shown', {port, redirect: shown.is, target: shown.port}) : port
  })
  const slot = (followed[0] ?? shown)?.slot ?? ''
  return [line(style.text('slots.path', {slot, path: nodes.join(' → ')}))]
}
