// Detection of ports, slots and ids written as numbers in a lesson's text. They differ between runs; placeholders give the true ones.

import type {Roster} from '../cluster/node.ts'
import {type Message, message} from '../text/messages.ts'

// A range (`slots 0-5460`) has two slots; a MOVED or ASK redirect names one; `--cluster-slots` is how many. ADDSLOTSRANGE and DELSLOTS take
// those that the author chooses.
const slot =
  /(?:(?<!--cluster-)[Ss]lots?|(?<!ADD|DEL)SLOTS?(?:RANGE)?|槽[位号]?|MOVED|ASK)[\s`=]{0,2}(\d+)(?:\s?(?:-|–|to|到|至)\s?(\d+))?/g
/** Numbers that are the same in every cluster: the first slot, the last, and how many there are. */
const slotsOfAll = ['0', '16383', '16384']
const id = /\b[0-9a-f]{40}\b/g

/** Names each bare number once, with the placeholder to write instead. */
export function bareNumbers(text: string, roster: Roster): readonly Message[] {
  // Placeholders may contain a key with a hash tag.
  const written = text.replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}')
  const found = [
    ...(written.match(portIn(roster)) ?? []).map(found =>
      message('check.barePort', {actual: found, write: placeholderOf(found, roster)}),
    ),
    ...[...written.matchAll(slot)]
      .flatMap(([, first, last]) => [first ?? '', last ?? '0'])
      .filter(found => !slotsOfAll.includes(found))
      .map(found => message('check.bareSlot', {actual: found, one: '{slot KEY}', all: '{slots 6379}'})),
    ...(written.match(id) ?? []).map(found =>
      message('check.bareId', {actual: `${found.slice(0, 8)}…`, id: '{id 6379}', replid: '{replid 6379}'}),
    ),
  ]
  return [...new Map(found.map(one => [JSON.stringify(one), one])).values()]
}

/** Matches the nodes' ports and bus ports of the nominal set. */
function portIn(roster: Roster): RegExp {
  const ports = roster.flatMap(({port, busPort}) => [port, busPort])
  return new RegExp(String.raw`(?<![\w.])(?:${ports.join('|')})(?!\w)`, 'g')
}

function placeholderOf(found: string, roster: Roster): string {
  const node = roster.find(({port, busPort}) => busPort !== port && String(busPort) === found)
  return node ? `{${node.name}} + ${node.busPort - node.port}` : `{${found}}`
}
